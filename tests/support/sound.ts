/** A tab that plays a sound, for browsers on machines with and without a sound card. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LaunchOptions } from './driver.ts'
import { dropFolder, freshFolder } from './process.ts'

export type Sound = {
  /** What lets a browser play without a gesture, into a sound card that is nothing where there is none. */
  readonly options: Required<Pick<LaunchOptions, 'environment' | 'arguments' | 'preferences'>>
  /** A page whose audio element plays as soon as it is there, and goes on. */
  readonly address: string
  drop(): void
}

const rate = 8_000
const seconds = 30

/** A tone as a WAV file: one channel of eight bits. http://soundfile.sapp.org/doc/WaveFormat/ */
const tone = (): Buffer => {
  const samples = rate * seconds
  const file = Buffer.alloc(44 + samples)
  file.write('RIFF', 0)
  file.writeUInt32LE(36 + samples, 4)
  file.write('WAVEfmt ', 8)
  file.writeUInt32LE(16, 16)
  file.writeUInt16LE(1, 20)
  file.writeUInt16LE(1, 22)
  file.writeUInt32LE(rate, 24)
  file.writeUInt32LE(rate, 28)
  file.writeUInt16LE(1, 32)
  file.writeUInt16LE(8, 34)
  file.write('data', 36)
  file.writeUInt32LE(samples, 40)
  for (let at = 0; at < samples; at++) {
    file[44 + at] = 128 + Math.round(100 * Math.sin((2 * Math.PI * 440 * at) / rate))
  }
  return file
}

export const makeSound = (): Sound => {
  const folder = freshFolder('sound')
  const page = join(folder, 'tone.html')
  const card = join(folder, 'asound.conf')
  writeFileSync(join(folder, 'tone.wav'), tone())
  writeFileSync(page, '<!doctype html><title>A tone</title><audio src="tone.wav" autoplay loop></audio>')
  writeFileSync(card, 'pcm.!default { type null }\nctl.!default { type null }\n')
  return {
    options: {
      // Chromium plays on without a card; to Firefox a tab makes no sound where none can be made.
      environment: { ALSA_CONFIG_PATH: card },
      arguments: ['--autoplay-policy=no-user-gesture-required'],
      preferences: { 'media.autoplay.default': 0, 'media.autoplay.blocking_policy': 0 },
    },
    address: pathToFileURL(page).href,
    drop: () => dropFolder(folder),
  }
}
