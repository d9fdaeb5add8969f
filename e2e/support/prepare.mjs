// Before all stories: makes the demo municipality once. Each story's server starts on a copy of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server } from './server.mjs';

export default async function prepare() {
  const server = await Server.start();
  await server.pause();
  process.env.VEVEN_MADE_DEMO = server.data;
  // What has been found whole in this run, told to all who run stories (see shape.mjs).
  const shapes = mkdtempSync(join(tmpdir(), 'veven-shapes-'));
  process.env.VEVEN_SHAPES = shapes;
  return async () => {
    rmSync(shapes, { recursive: true, force: true });
    await server.stop();
  };
}
