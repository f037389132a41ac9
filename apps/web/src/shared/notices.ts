import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, dataOf } from './api';
import { askingPace } from './live/live';

const KEY = ['notices'];

/** What somebody was told, and how much of it they have not read. */
export function useNotices(isSignedIn = true) {
  return useQuery({
    queryKey: KEY,
    queryFn: async () => dataOf(await api.GET('/api/notices')),
    enabled: isSignedIn,
    refetchInterval: askingPace,
  });
}

/** On the page that shows them: seen there, they are read. */
export function useReadNotices(unread = 0): void {
  const queries = useQueryClient();
  const { mutate: read } = useMutation({
    mutationFn: () => api.POST('/api/notices/reading'),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  useEffect(() => {
    if (unread > 0) read();
  }, [unread, read]);
}
