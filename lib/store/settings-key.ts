/** The key of `storage.local` under which all settings stand. */
export const settingsKey = 'settings'
