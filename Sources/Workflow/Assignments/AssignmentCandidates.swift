/// Who an assignment would ask, found out without a document.
public enum AssignmentCandidates: Hashable, Sendable {
  /// These people; disabled ones may be among them.
  case people([PersonID])
  /// It depends on the document.
  case unknown
}
