module.exports = async () => {
  const { startTestDatabase, startTestTemporal } = await import('./servers.mjs');
  await Promise.all([startTestDatabase(), startTestTemporal()]);
};
