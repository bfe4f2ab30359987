/** When Thaw was last used while it is unlocked; in memory alone. */
export const usedKey = 'lock-used'
