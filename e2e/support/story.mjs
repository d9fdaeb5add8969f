// What a browser story is told with: `test` and `expect`, a running demo, and a page that is watched.
//
//   veven   the demo. All stories of a worker share it: read as you like, change only what is yours.
//           After `test.use({ ownServer: true })` each story has one for itself, to change, restart, kill.
//   page    Playwright's page, with addresses relative to `veven`. With `test.use({ script: false })`, and
//           in the project `no-script`, it has no JavaScript.
import { test as base, expect } from '@playwright/test';
import { Server } from './server.mjs';
import { watch, withoutScript } from './watch.mjs';

export { expect };

export const test = base.extend({
  ownServer: [false, { option: true }],
  script: [true, { option: true }],

  // Started by the first story that needs it.
  sharedServer: [
    async ({}, use) => {
      let server;
      await use(() => (server ??= Server.start()));
      await (await server)?.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  veven: async ({ ownServer, sharedServer }, use) => {
    if (!ownServer) return use(await sharedServer());
    const server = await Server.start();
    await use(server);
    await server.stop();
  },

  baseURL: async ({ veven }, use) => use(veven.url),

  page: async ({ page, script }, use) => {
    watch(page);
    if (!script) await withoutScript(page);
    await use(page);
  },
});
