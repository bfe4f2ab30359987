/** Loaded before a program, sets its clock 400 days and some hours ahead. */
const ahead = 400 * 86_400_000 + 12_345_678
const Now = Date

globalThis.Date = class extends Now {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [Now.now() + ahead] : given) as []))
  }
  static override now(): number {
    return Now.now() + ahead
  }
} as DateConstructor
