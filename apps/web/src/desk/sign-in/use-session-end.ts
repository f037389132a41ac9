import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isProblem } from '../../shared/api';
import { useMe } from '../../shared/session';

/** Whichever answer says first that nobody is signed in any more: its page gives way to the sign-in, and comes back. */
export function useSessionEnd(): boolean {
  const queries = useQueryClient();
  const { data: me } = useMe();
  const [wasSignedIn, setSignedIn] = useState(false);
  if (me && !wasSignedIn) setSignedIn(true);
  useEffect(() => {
    const notice = (error: unknown) => {
      if (isProblem(error, 'not-signed-in')) queries.setQueryData(['me'], null);
    };
    const leaveQueries = queries.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') notice(event.action.error);
    });
    const leaveMutations = queries.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') notice(event.action.error);
    });
    return () => {
      leaveQueries();
      leaveMutations();
    };
  }, [queries]);
  return wasSignedIn && me === null;
}
