import { defineConfig } from 'vitest/config'
import { WxtVitest } from 'wxt/testing/vitest-plugin'

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    include: ['tests/{core,app,store,platform,content,components,contract,repo}/**/*.test.{ts,tsx}'],
    restoreMocks: true,
  },
})
