/** Small steps to begin with, with their permanent ids: their texts are the messages `starter_<id>`, their areas `starter_area_<id>`. */
import type { efforts } from '../core/small-step.ts'

type Effort = (typeof efforts)[number]

/** What a small step can be about. */
export const starterAreas = [
  'hobby',
  'nature',
  'people',
  'creative',
  'learning',
  'volunteering',
  'routine',
] as const
type StarterArea = (typeof starterAreas)[number]

type Starter = {
  readonly id: string
  readonly area: StarterArea
  /** About how many minutes it takes. */
  readonly minutes: Effort
}

/** One of each area for each effort. */
export const starters = [
  { id: 'hobby-2', area: 'hobby', minutes: 2 },
  { id: 'nature-2', area: 'nature', minutes: 2 },
  { id: 'people-2', area: 'people', minutes: 2 },
  { id: 'creative-2', area: 'creative', minutes: 2 },
  { id: 'learning-2', area: 'learning', minutes: 2 },
  { id: 'volunteering-2', area: 'volunteering', minutes: 2 },
  { id: 'routine-2', area: 'routine', minutes: 2 },
  { id: 'hobby-5', area: 'hobby', minutes: 5 },
  { id: 'nature-5', area: 'nature', minutes: 5 },
  { id: 'people-5', area: 'people', minutes: 5 },
  { id: 'creative-5', area: 'creative', minutes: 5 },
  { id: 'learning-5', area: 'learning', minutes: 5 },
  { id: 'volunteering-5', area: 'volunteering', minutes: 5 },
  { id: 'routine-5', area: 'routine', minutes: 5 },
  { id: 'hobby-15', area: 'hobby', minutes: 15 },
  { id: 'nature-15', area: 'nature', minutes: 15 },
  { id: 'people-15', area: 'people', minutes: 15 },
  { id: 'creative-15', area: 'creative', minutes: 15 },
  { id: 'learning-15', area: 'learning', minutes: 15 },
  { id: 'volunteering-15', area: 'volunteering', minutes: 15 },
  { id: 'routine-15', area: 'routine', minutes: 15 },
] as const satisfies readonly Starter[]

export type StarterId = (typeof starters)[number]['id']
