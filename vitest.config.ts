import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // The journeys start after the units: browser and server together already fill two cores.
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,bin,demo,bench}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          globalSetup: 'test/global-setup.ts',
          // A zone that is neither the district's nor UTC: code that asks the machine for the date fails here.
          env: { TZ: 'America/Los_Angeles' },
          testTimeout: 20_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: 'test/global-setup.ts',
          env: { TZ: 'America/Los_Angeles' },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
