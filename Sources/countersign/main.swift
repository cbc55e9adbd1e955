// The program with the shipped types. A developer's own is the same lines with more types.

import Application
import Expenses

Application.run(types: [ExpenseReport(), PurchaseRequisition()])
