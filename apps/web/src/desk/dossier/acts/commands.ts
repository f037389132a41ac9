import type { Schema } from '@trinhduyet/api-client';
import { commandHeader } from '../../../shared/acts';
import { api } from '../../../shared/api';

/** To which dossier a command goes, under which key, and what its sender has seen. */
interface Address {
  readonly dossier: string;
  readonly key: string;
  readonly seen?: number;
}

export interface Command {
  readonly name: string;
  readonly body: object;
  send(to: Address): Promise<{ readonly data?: Schema<'CommandAnswer'> }>;
}

const to = ({ dossier, key, seen }: Address) => ({
  params: {
    path: { dossier },
    header: { ...commandHeader(key), 'If-Match': seen === undefined ? undefined : `"${seen}"` },
  },
});

export const COMMANDS = {
  receive: (body: Schema<'Receive'>): Command => ({
    name: 'receive',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/reception', { ...to(address), body }),
  }),
  refuseReception: (body: Schema<'RefuseReception'>): Command => ({
    name: 'refuseReception',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/reception-refusal', { ...to(address), body }),
  }),
  forwardReception: (body: Schema<'ForwardReception'>): Command => ({
    name: 'forwardReception',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/reception-forwarding', { ...to(address), body }),
  }),
  askSupplement: (body: Schema<'AskSupplement'>): Command => ({
    name: 'askSupplement',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/supplement-request', { ...to(address), body }),
  }),
  askConsent: (body: Schema<'AskConsent'>): Command => ({
    name: 'askConsent',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/consent-request', { ...to(address), body }),
  }),
  consent: (body: Schema<'OfTask'>): Command => ({
    name: 'consent',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/consent', { ...to(address), body }),
  }),
  refuseConsent: (body: Schema<'RefuseConsent'>): Command => ({
    name: 'refuseConsent',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/consent-refusal', { ...to(address), body }),
  }),
  extend: (body: Schema<'Extend'>): Command => ({
    name: 'extend',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/extension', { ...to(address), body }),
  }),
  assign: (body: Schema<'Assign'>): Command => ({
    name: 'assign',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/assignment', { ...to(address), body }),
  }),
  claim: (body: Schema<'OfTask'>): Command => ({
    name: 'claim',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/claim', { ...to(address), body }),
  }),
  release: (body: Schema<'OfTask'>): Command => ({
    name: 'release',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/release', { ...to(address), body }),
  }),
  decide: (body: Schema<'Decide'>): Command => ({
    name: 'decide',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/decision', { ...to(address), body }),
  }),
  addSigner: (body: Schema<'AddSigner'>): Command => ({
    name: 'addSigner',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/signers', { ...to(address), body }),
  }),
  cosign: (body: Schema<'Cosign'>): Command => ({
    name: 'cosign',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/cosignature', { ...to(address), body }),
  }),
  consult: (body: Schema<'Consult'>): Command => ({
    name: 'consult',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/consultation', { ...to(address), body }),
  }),
  opine: (body: Schema<'Opine'>): Command => ({
    name: 'opine',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/opinion', { ...to(address), body }),
  }),
  takeBackAsk: (body: Schema<'OfTask'>): Command => ({
    name: 'takeBackAsk',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/ask-taken-back', { ...to(address), body }),
  }),
  transfer: (body: Schema<'Transfer'>): Command => ({
    name: 'transfer',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/transfer', { ...to(address), body }),
  }),
  recall: (body: Schema<'Recall'>): Command => ({
    name: 'recall',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/recall', { ...to(address), body }),
  }),
  suspend: (body: Schema<'Suspend'>): Command => ({
    name: 'suspend',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/suspension', { ...to(address), body }),
  }),
  resume: (body: Schema<'Resume'>): Command => ({
    name: 'resume',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/resumption', { ...to(address), body }),
  }),
  urge: (body: Schema<'Urge'>): Command => ({
    name: 'urge',
    body,
    send: (address) => api.POST('/api/dossiers/{dossier}/urging', { ...to(address), body }),
  }),
  lookAgain: (): Command => ({
    name: 'lookAgain',
    body: {},
    send: (address) => api.POST('/api/dossiers/{dossier}/second-look', { ...to(address), body: {} }),
  }),
} as const;
