// Every statement that a store runs more than once, by name: a test walks them all and asks
// SQLite for its plan of each.

/// A statement. Its text is in `Query+SQL.swift`.
enum Query: Int, CaseIterable, Sendable {
  case beginReading, beginWriting, commit, rollback
  case beginSavepoint, releaseSavepoint, rollbackToSavepoint
  case dataVersion

  case setting, saveSetting, removeSetting
  case counters, saveCounters, documentNumber, saveDocumentNumber, tallies, saveTally

  case newestOrganization, insertOrganization, organizationFiles, insertOrganizationFile
  case version, activeVersion, activeVersionsForType, versionsOfWorkflow, newestVersions, versions
  case insertVersion, deactivateVersions, activateVersion, deleteVersion, openInstanceOfVersion
  case versionsOfInstances

  case message, pendingMessages, doneMessages, allMessages, messagesOfInstance
  case placeOfDoneMessage, runnableMessages, dueMessagesOfInstance, nextRunnableTime
  case runningMessages, nextRunnableType, readyCount, runningCount, stoppedCount
  case stoppedTypes
  case typedMessagesOfInstance, runnableMessagesButTimers, nextRunnableTimeButTimers
  case insertMessage, updateMessage, holdMessages, discardMessages, removeMessages
  case removeMessage

  case instance, instances, instancesWithStatus, instancesOfDocument, instancesOfParent
  case statusOfInstance
  case insertInstance, updateInstance, updateInstanceWithStatus

  case document, documents, documentsOfType, documentsOfOriginator, documentsWithStatus
  case insertDocument, updateDocument, updateDocumentWithStatus, deleteDocument
  case documentsWithFingerprint, insertFingerprint, deleteFingerprints

  case workItem, openWorkItems, workItemsOfInstance, openWorkItemsOfInstance, inboxOfPerson
  case inboxCount, visibilityOfWorkItem, insertWorkItem, updateWorkItem
  case insertInboxEntry, deleteInboxEntry

  case historyOfDocument, historyOfDocumentNewestFirst
  case historyOfInstance, historyOfInstanceNewestFirst
  case allHistory, allHistoryNewestFirst
  case historyOutsideInstances, historyOutsideInstancesNewestFirst
  case lastHashOfInstance, lastHashOfDocument, insertHistory
  case historyHashes, instancesWithHistory, documentsWithHistory
  case storeChain, lastStoreChainLink, insertStoreChainLink
  case overwriteRemoved, eraseHistory, eraseState, eraseWorkItem, removeMessagesOfInstance
  case keepHashesOfInstance, removeHistoryOfInstance, removeWorkItemsOfInstance, removeInstance

  case record, records, lastRecordNumber, recordNumber, insertRecord
  case request, insertRequest, removeRequests

  case notification, notifications, unreadNotifications, unreadCount, unreadOfGroup
  case insertNotification, removeNotification, markRead, markAllRead, removeReadNotifications
  case removeNotificationsAbout, removeDeliveriesAbout
  case delivery, deliveries, deliveriesOfPerson, dueDeliveries, nextDeliveryTime
  case lastPendingDelivery, firstPendingDelivery, insertDelivery, updateDelivery
  case promoteDelivery, removeEndedDeliveries, pendingDeliveriesAbout

  case inboxList, inboxListBefore, inboxListCount, dueInboxEntry
  case documentList, documentListBefore, documentListCount
  case instanceList, instanceListBefore, instanceListCount
  case instanceListOfStatus, instanceListOfStatusBefore, instanceListOfStatusCount
  case pendingList, pendingListBefore, pendingListCount
  case doneList, doneListBefore, doneListCount
  case unreadList, unreadListBefore, unreadListCount
  case readList, readListBefore, readListCount
  case deliveryList, deliveryListBefore, deliveryListCount
  case deliveryListOfPerson, deliveryListOfPersonBefore, deliveryListOfPersonCount

  var sql: String { Self.texts[rawValue] }

  /// Put together once: the column lists are shared.
  private static let texts = allCases.map(\.text)
}
