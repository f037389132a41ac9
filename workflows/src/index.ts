export { dossier } from './dossier.workflow';
