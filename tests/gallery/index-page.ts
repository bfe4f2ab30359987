/** The page on which all pictures stand: what a step looks like in each language below each other, and in each look side by side. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages, pictureName } from './looks.ts'
import type { Walk } from './walk.ts'

const style = `
  body { margin: 1rem; background: #8a8a8a; font: 16px system-ui }
  nav { columns: 14rem }
  nav a { display: block; color: inherit }
  table { border-spacing: .5rem }
  th { text-align: start; vertical-align: top; font-weight: 400 }
  td { vertical-align: top }
  td img { display: block; max-width: 24rem; max-height: 32rem; object-fit: cover; object-position: top }
  .stores img { width: 30rem }
`

/** One look is one column, whatever the language. */
const looks = [...new Set(languages.flatMap(language => language.looks.map(({ name }) => name)))]

const picture = (name: string): string =>
  `<a href="${name}"><img src="${name}" alt="${name}" title="${name}" loading="lazy"></a>`

/** Writes it, of what there is in the folder. */
export const writeIndexPage = (folder: string, walks: readonly Walk[]): void => {
  const steps = walks.flatMap(walk => walk.steps.map(step => ({ walk, step })))
  const groups = steps.flatMap(({ walk, step }) => {
    const rows = languages.flatMap(language => {
      const cells = looks.map(name => {
        const look = language.looks.find(one => one.name === name)
        const file = look && pictureName(walk.name, step.name, language, look)
        return file && existsSync(join(folder, file)) ? picture(file) : ''
      })
      if (!cells.some(cell => cell !== '')) return []
      return [`<tr><th>${language.name}</th>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`]
    })
    return rows.length > 0 ? [{ title: `${walk.name} ${step.name}`, rows }] : []
  })
  const ways = groups.map(({ title }, at) => `<a href="#${at}">${title}</a>`)
  const parts = groups.map(
    ({ title, rows }, at) => `<h2 id="${at}">${title}</h2><table>${rows.join('')}</table>`,
  )
  const store = join(folder, 'store')
  const shown = existsSync(store) ? readdirSync(store).map(name => picture(`store/${name}`)) : []
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Thaw, picture by picture</title><style>${style}</style>
<h1>Thaw, picture by picture</h1><p>From one side to the other: ${looks.join(', ')}. What the stores show and what people wrote in files that come in is made up, in English.</p>
<nav>${ways.join('')}</nav>
${parts.join('\n')}
${shown.length > 0 ? `<h2>What the stores show</h2><div class="stores">${shown.join('')}</div>` : ''}</html>\n`,
  )
}
