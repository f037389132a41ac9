export * from './a-chain';
export * from './a-conditional-chain';
export * from './a-dossier';
export * from './an-office';
