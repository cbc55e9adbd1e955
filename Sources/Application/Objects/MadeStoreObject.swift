// A store that was made, as it is written.

import Workflow

struct MadeStoreObject: OutputObject {
  static let object = "store"

  let made: StoreSetup.Made

  var json: JSONObject {
    ["store": .string(made.location.path), "told": .texts(made.told)]
  }

  var lines: [String] { made.told }
}
