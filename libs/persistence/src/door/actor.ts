/** In whose name a transaction works. */
export type DoorActor =
  /**
   * Somebody signed in. `lock`: a decision depends on the posts, so their end must wait for it. `dossier`: the one whose
   * rows are open, if they may see it.
   */
  | { readonly kind: 'account'; readonly account: string; readonly lock?: boolean; readonly dossier?: string }
  /** The worker, for one dossier. */
  | { readonly kind: 'system'; readonly dossier: string }
  /** The worker, for all dossiers: reconciling, renewal, sealing. */
  | { readonly kind: 'bulk' }
  /** Signing in and out. */
  | { readonly kind: 'gate' }
  /** Nobody in particular: units, request types. */
  | { readonly kind: 'public' };
