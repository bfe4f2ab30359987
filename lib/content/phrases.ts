/** What people write when it is a lot, one list per language. Everybody's texts are looked at in all of them, on the device. */
import { ar } from './phrases/ar.ts'
import { de } from './phrases/de.ts'
import { en } from './phrases/en.ts'
import { es } from './phrases/es.ts'
import { fr } from './phrases/fr.ts'
import { ja } from './phrases/ja.ts'
import { ptBr } from './phrases/pt-br.ts'

/** By the name of the language's folder in `public/_locales`. */
export const phraseLists = { en, de, es, fr, pt_BR: ptBr, ja, ar } as const
