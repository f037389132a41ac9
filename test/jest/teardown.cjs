module.exports = async () => {
  const { stopTestServers } = await import('./servers.mjs');
  await stopTestServers();
};
