/** An acknowledged answer survives the sudden death of the browser. */
import { expect, test } from 'vitest'
import { browserNames } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { dropFolder, freshFolder } from '../support/process.ts'
import { answerFelt, checkInsOnceThereAre, finish, text } from '../support/thaw.ts'

test.each(browserNames)('%s has the answer after SIGKILL right behind its acknowledgement', async name => {
  const profile = freshFolder('kill')
  const answers: number[] = []
  for (const felt of [4, 7, 9]) {
    const driver = await launch(name, { profile })
    const history = await driver.open('options.html#history')
    const before = await checkInsOnceThereAre(driver, answers.length)
    expect(before.map(checkIn => checkIn.felt)).toEqual(answers)
    if (answers.length > 0) await history.sees(text('entry_felt', answers.at(-1) ?? 0))
    const popup = await driver.open('popup.html')
    if (answers.length > 0) await finish(driver, popup)
    const checkIn = answers.length > 0 ? await driver.open('popup.html') : popup
    await answerFelt(checkIn, felt)
    await driver.kill()
    answers.push(felt)
  }
  const driver = await launch(name, { profile })
  await (await driver.open('options.html#history')).sees(text('entry_felt', 9))
  const kept = await checkInsOnceThereAre(driver, 3)
  expect(kept.map(checkIn => checkIn.felt)).toEqual(answers)
  await driver.close()
  dropFolder(profile)
})
