/// A currency of ISO 4217 with the number of digits of its minor unit.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
  /// The three letters, such as `EUR`.
  public let code: String
  /// How many decimal digits the minor unit has: 2 for EUR, 0 for JPY, 3 for KWD.
  public let minorDigits: Int

  /// The currency with these three letters, in either case; none when ISO 4217 does not list it.
  public init?(code: String) {
    if let digits = Self.minorDigitsOfCode[code] {
      self.init(code: code, minorDigits: digits)
    } else if code.utf8.count == 3, let digits = Self.minorDigitsOfCode[code.uppercased()] {
      self.init(code: code.uppercased(), minorDigits: digits)
    } else {
      return nil
    }
  }

  private init(code: String, minorDigits: Int) {
    self.code = code
    self.minorDigits = minorDigits
  }

  /// The euro.
  public static let euro = Currency(code: "EUR", minorDigits: 2)

  public var description: String { code }

  /// How many minor units one unit has: 100 for EUR.
  var minorUnitsOfOne: Int64 {
    var result: Int64 = 1
    for _ in 0..<minorDigits { result *= 10 }
    return result
  }

  private static let minorDigitsOfCode: [String: Int] = {
    var result: [String: Int] = [:]
    for (digits, codes) in codesByDigits {
      for code in codes.split(separator: " ") { result[String(code)] = digits }
    }
    return result
  }()

  /// ISO 4217, list one, funds and metals left out.
  private static let codesByDigits: [(Int, String)] = [
    (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
    (3, "BHD IQD JOD KWD LYD OMR TND"),
    (4, "CLF UYW"),
    (
      2,
      """
      AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN \
      BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP \
      GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT \
      LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN \
      NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE \
      SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES \
      WST XCD YER ZAR ZMW ZWG
      """
    ),
  ]
}

extension Currency: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let currency = Currency(code: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "Not a currency of ISO 4217")
    }
    self = currency
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }
}
