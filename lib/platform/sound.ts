/** Soft sounds made here and now with Web Audio: no files, and nothing until one is asked for. */

/** One tone: where its pitch begins and ends, in hertz, and how long it swells and fades, in seconds. */
type Tone = { readonly from: number; readonly to: number; readonly lasts: number }

const tones = {
  step: { from: 392, to: 392, lasts: 0.9 },
  in: { from: 294, to: 349, lasts: 1.2 },
  out: { from: 349, to: 262, lasts: 1.6 },
  end: { from: 392, to: 262, lasts: 2 },
} as const satisfies { readonly [cue: string]: Tone }

export type Cue = keyof typeof tones

/** Far below speech, so that it is heard as a touch rather than as a signal. */
const loudness = 0.08

const sing = (audio: AudioContext, { from, to, lasts }: Tone): void => {
  const start = audio.currentTime
  const voice = audio.createOscillator()
  const swell = audio.createGain()
  voice.type = 'sine'
  voice.frequency.setValueAtTime(from, start)
  voice.frequency.linearRampToValueAtTime(to, start + lasts)
  swell.gain.setValueAtTime(0, start)
  swell.gain.linearRampToValueAtTime(loudness, start + lasts / 3)
  swell.gain.linearRampToValueAtTime(0, start + lasts)
  voice.connect(swell).connect(audio.destination)
  voice.start(start)
  voice.stop(start + lasts)
}

/** Makes a sound; silent where the browser has none or wants a press first. */
export const createSound = (): ((cue: Cue) => void) => {
  let audio: AudioContext | null = null
  return cue => {
    try {
      audio ??= new AudioContext()
      const ready = audio
      // A context that was made without a press waits for one.
      void ready.resume().then(
        () => sing(ready, tones[cue]),
        () => {},
      )
    } catch {
      // A pause works without sound.
    }
  }
}
