// The workflow of SPEC 13 as it stands there, every line.

extension DefinitionTestFiles {
  static let wholeWorkflow = #"""
    workflow: expense-approval            # id
    title: Expense report approval
    type: expense-report
    owner: carol
    activation: country == "DK" and total > 0
    priority: 10
    submitter-may-approve: false
    instructions: "Attach receipts before you submit {document.id}."
    notify: { stopped: [owner], completed: [originator] }
    elements:
      - task: review-receipts
        subject: "Receipts of {document.title}"
        assign: { group: receipts, fallback: { administrators: true } }
        automatic: { when: total < 100, do: complete }
        limit: 2 days
        allow: [complete, reject, request-change, delegate]
      - approval: management
        automatic: { when: total < 100, do: approve }
        final-approver: { user: erin, otherwise: carol }
        steps:
          - step: manager
            assign: { hierarchy: manager, from: originator, until: signing_limit >= total, take: last, at-top: take }
            limit: 3 days
            remind: [1 day before]
            policy: single
            escalate:
              - { assign: { user: donna }, limit: 1 day }
              - { finally: reject }
          - step: board
            when: total > 10000
            assign: { users: [ann, sue, bill] }
            policy: majority
      - choice: audit
        assign: { user: john }
        outcomes:
          call: { title: Call the manager first, elements: [ { task: call-manager, assign: { user: aretha } } ] }
          skip: { title: No call needed }
      - parallel: checks
        join: all
        branches:
          - { branch: budget, elements: [ { task: check-budget, assign: { queue: budget } } ] }
          - { branch: tax, elements: [ { decision: foreign, when: country != "DK", yes: [ { task: check-tax, assign: { group: tax } } ] } ] }
      - lines: line-approvals
        route: [ { when: line.project == "p-111", workflow: project-line } ]
        otherwise: expense-line
      - repeat: second-look
        while: lines.any(amount > 5000) and not document.reviewed
        at-most: 3
        elements: [ { task: look-again, assign: { owner: true }, outcomes: { fine: complete, wrong: return } } ]
      - subworkflow: advance
        workflow: settle-advance
        document: cash_advance
        wait: true
      - automated: post
        run: post-to-ledger
    """#
}
