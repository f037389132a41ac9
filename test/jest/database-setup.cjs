module.exports = async () => {
  const { startTestDatabase } = await import('./servers.mjs');
  await startTestDatabase();
};
