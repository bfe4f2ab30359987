/** Confirmed help lines and emergency numbers by country. A wrong number harms: a row stands here only where the service itself confirms it. */

export type HelpLine = {
  /** ISO 3166 alpha-2. */
  readonly country: string
  /** The name the service gives itself; it is not translated. */
  readonly name: string
  /** As the service writes it. */
  readonly number: string
  readonly by: 'call' | 'text' | 'call-or-text'
  /** Minutes after midnight in the country; left out where they are not known. */
  readonly hours?: 'any-time' | { readonly from: number; readonly to: number }
  /** BCP 47 tags of the languages spoken there; left out where they go without saying or are not known. */
  readonly languages?: readonly string[]
  /** The service's own page, on which the row was checked, and which a click opens. */
  readonly address: string
  /** The day the row was last checked, `YYYY-MM-DD`. A test fails when that is too long before a release. */
  readonly checkedOn: string
}

export type EmergencyNumber = {
  /** ISO 3166 alpha-2. */
  readonly countries: readonly string[]
  readonly number: string
  /** An official page that says so; nothing opens it. */
  readonly source: string
  readonly checkedOn: string
}

const checkedOn = '2026-11-22'

/** The day on which the pages of emergency numbers were read. */
const readOn = '2026-11-27'

export const helpLines: readonly HelpLine[] = [
  {
    country: 'US',
    name: '988 Suicide & Crisis Lifeline',
    number: '988',
    by: 'call-or-text',
    hours: 'any-time',
    address: 'https://988lifeline.org',
    checkedOn,
  },
  {
    country: 'CA',
    name: '9-8-8: Suicide Crisis Helpline',
    number: '988',
    by: 'call-or-text',
    hours: 'any-time',
    languages: ['en', 'fr'],
    address: 'https://988.ca',
    checkedOn,
  },
  {
    country: 'GB',
    name: 'Samaritans',
    number: '116 123',
    by: 'call',
    hours: 'any-time',
    address: 'https://www.samaritans.org',
    checkedOn,
  },
  {
    country: 'IE',
    name: 'Samaritans',
    number: '116 123',
    by: 'call',
    hours: 'any-time',
    address: 'https://www.samaritans.org',
    checkedOn,
  },
  {
    country: 'AU',
    name: 'Lifeline',
    number: '13 11 14',
    by: 'call',
    hours: 'any-time',
    address: 'https://www.lifeline.org.au',
    checkedOn,
  },
  {
    country: 'AU',
    name: 'Lifeline',
    number: '0477 13 11 14',
    by: 'text',
    hours: 'any-time',
    address: 'https://www.lifeline.org.au',
    checkedOn,
  },
  {
    country: 'NZ',
    name: '1737, need to talk?',
    number: '1737',
    by: 'call-or-text',
    hours: 'any-time',
    address: 'https://1737.org.nz',
    checkedOn,
  },
  {
    country: 'CH',
    name: 'Die Dargebotene Hand · La Main Tendue · Telefono Amico',
    number: '143',
    by: 'call',
    hours: 'any-time',
    languages: ['de', 'fr', 'it'],
    address: 'https://www.143.ch',
    checkedOn,
  },
  {
    country: 'CH',
    name: 'Heart2Heart',
    number: '0800 143 000',
    by: 'call',
    hours: { from: 18 * 60, to: 23 * 60 },
    languages: ['en'],
    address: 'https://www.heart2heart.143.ch',
    checkedOn,
  },
  {
    country: 'DE',
    name: 'TelefonSeelsorge',
    number: '0800 111 0 111',
    by: 'call',
    hours: 'any-time',
    address: 'https://www.telefonseelsorge.de',
    checkedOn,
  },
  {
    country: 'LV',
    name: 'Skalbes',
    number: '116 123',
    by: 'call',
    hours: 'any-time',
    languages: ['lv', 'ru', 'en'],
    address: 'https://www.skalbes.lv',
    checkedOn,
  },
  {
    country: 'HU',
    name: 'Magyar Lelki Elsősegély Telefonszolgálatok Szövetsége',
    number: '116 123',
    by: 'call',
    hours: 'any-time',
    address: 'https://sos116-123.hu',
    checkedOn,
  },
]

/** Lists a line for nearly every country; opened on a click, never fetched. */
export const helplineDirectory = 'https://findahelpline.com'

/** The members of the European Union in which 112 is the number that people know; Ireland has a row of its own. */
const union = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')

export const emergencyNumbers: readonly EmergencyNumber[] = [
  {
    countries: union,
    number: '112',
    source: 'https://ec.europa.eu/information_society/activities/112/actions/index_en.htm',
    checkedOn: readOn,
  },
  {
    countries: ['US', 'CA'],
    number: '911',
    source: 'https://www.fcc.gov/consumer-information',
    checkedOn: readOn,
  },
  {
    countries: ['GB'],
    number: '999',
    source:
      'https://www.nhs.uk/nhsengland/aboutnhsservices/emergencyandurgentcareservices/pages/ambulanceservices.aspx',
    checkedOn: readOn,
  },
  {
    countries: ['IE'],
    number: '999',
    source: 'https://www2.hse.ie/emergencies/when-to-call-112-or-999/',
    checkedOn: readOn,
  },
  {
    countries: ['AU'],
    number: '000',
    source: 'https://www.qld.gov.au/emergency/emergencies-services/assistance/triple-000',
    checkedOn: readOn,
  },
  {
    countries: ['NZ'],
    number: '111',
    source: 'https://www.police.govt.nz/contact-us/calling-emergency-111',
    checkedOn: readOn,
  },
]

/** Every country for which a line or an emergency number is confirmed, by code. */
export const helpCountries: readonly string[] = [
  ...new Set([...emergencyNumbers.flatMap(row => row.countries), ...helpLines.map(line => line.country)]),
].sort()

/** The confirmed lines of a country; none where none is confirmed, and then `helplineDirectory` is the way. */
export const linesOf = (country: string | null): readonly HelpLine[] =>
  helpLines.filter(line => line.country === country)

/** The emergency number of a country; null where none is confirmed. */
export const emergencyOf = (country: string | null): EmergencyNumber | null =>
  emergencyNumbers.find(row => country !== null && row.countries.includes(country)) ?? null
