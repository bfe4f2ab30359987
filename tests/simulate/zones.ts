/** The ten zones in which something happens, and when a life begins there. */

/** A life of a few years begins half a year before the event. */
const zones: { readonly [zone: string]: { readonly from: string; readonly event: string } } = {
  'Pacific/Apia': { from: '2011-07-01', event: 'the day 30 December 2011 is left out' },
  'America/Sao_Paulo': { from: '2018-05-01', event: 'midnight of 4 November 2018 is left out' },
  'Africa/Casablanca': { from: '2019-01-01', event: 'summer time stands still in Ramadan' },
  'Europe/Dublin': { from: '2027-01-01', event: 'winter is the time that is set apart' },
  'Asia/Kolkata': { from: '2027-01-01', event: 'half an hour, and no change' },
  'Africa/Cairo': { from: '2027-01-01', event: 'the change is at midnight' },
  'America/Havana': { from: '2027-01-01', event: 'the change is at midnight, both ways' },
  'Australia/Lord_Howe': { from: '2027-01-01', event: 'the clocks change by half an hour' },
  'Pacific/Chatham': { from: '2027-01-01', event: 'three quarters of an hour, at 2:45' },
  'America/Santiago': { from: '2027-01-01', event: 'the change is at 24:00' },
}

export const zoneNames: readonly string[] = Object.keys(zones)

const otherwise = '2027-01-01'

/** The midnight at which a life in `zone` begins. */
export const beginningIn = (zone: string): Temporal.ZonedDateTime =>
  Temporal.PlainDate.from(zones[zone]?.from ?? otherwise).toZonedDateTime(zone)

export const isZone = (name: string): boolean => {
  try {
    return Temporal.PlainDate.from(otherwise).toZonedDateTime(name).timeZoneId !== ''
  } catch {
    return false
  }
}
