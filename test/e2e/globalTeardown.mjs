export default async function globalTeardown() {
  const server = globalThis.kamServer;
  if (!server || server.exitCode !== null) return;
  await new Promise((ended) => {
    server.once("exit", ended);
    server.kill();
  });
}
