/** What may make a moment a bad one: nobody there, full screen, sound. */
import { browser } from 'wxt/browser'
import type { Surroundings } from '../core/schedule.ts'
import { presence } from './idle.ts'

const fullScreen = async (): Promise<boolean> => {
  try {
    return (await browser.windows.getLastFocused()).state === 'fullscreen'
  } catch {
    // Chromium refuses where no window is open.
    return false
  }
}

/** Needs no permission, and learns nothing of the tab but that it is heard: one that was muted sounds on for nobody. */
const sound = async (): Promise<boolean> => {
  try {
    return (await browser.tabs.query({ audible: true, muted: false })).length > 0
  } catch {
    return false
  }
}

export const readSurroundings = async (): Promise<Surroundings> => {
  const [present, full, sounding] = await Promise.all([presence(), fullScreen(), sound()])
  return { presence: present, fullScreen: full, sound: sounding }
}
