import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { api, dataOf } from '../../shared/api';
import { once } from '../../shared/acts';

export type Year = Schema<'CalendarYear'>;
export type Decision = Schema<'CalendarDecisionLine'>;
export type Change = Schema<'CalendarChange'>;

const CALENDAR_KEY = ['calendar'] as const;
/** While dossiers are counted anew, the list tells how far that has come. */
const LOOK_AGAIN_MS = 2_000;

export function useCalendarUnits() {
  return useQuery({
    queryKey: [...CALENDAR_KEY, 'units'],
    queryFn: async () => dataOf(await api.GET('/api/calendar/units')),
  });
}

export function useYear(year: number, unit: string | undefined) {
  return useQuery({
    queryKey: [...CALENDAR_KEY, 'year', year, unit],
    queryFn: async () =>
      dataOf(await api.GET('/api/calendar/years/{year}', { params: { path: { year }, query: { unit } } })),
    refetchInterval: ({ state: { data } }) =>
      data?.decisions.some(({ recount }) => recount?.done === false) ? LOOK_AGAIN_MS : false,
  });
}

export function usePreview() {
  return useMutation({
    mutationFn: async (body: Change) => dataOf(await api.POST('/api/calendar/preview', { body })),
  });
}

/** What revoking would do, as things stand when it is asked about. */
export function useRevocationPreview(decision: string) {
  return useQuery({
    queryKey: [...CALENDAR_KEY, 'revocation', decision],
    queryFn: async () => dataOf(await api.POST('/api/calendar/preview', { body: { revoke: decision } })),
    gcTime: 0,
  });
}

export function useEnter(onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema<'NewCalendarDecision'>) =>
      once(`calendar ${JSON.stringify(body)}`, (decision) =>
        api.PUT('/api/calendar/decisions/{decision}', { params: { path: { decision } }, body }),
      ),
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: CALENDAR_KEY }),
  });
}

export function useRevoke(onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decision: string) =>
      api.POST('/api/calendar/decisions/{decision}/revocation', { params: { path: { decision } } }),
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: CALENDAR_KEY }),
  });
}
