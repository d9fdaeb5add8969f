// Before all stories: makes the demo municipality once. Each story's server starts on a copy of it.
import { Server } from './server.mjs';

export default async function prepare() {
  const server = await Server.start();
  await server.pause();
  process.env.VEVEN_MADE_DEMO = server.data;
  return () => server.stop();
}
