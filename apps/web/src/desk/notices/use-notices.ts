import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api';
import { askingPace } from '../../shared/live/live';

const KEY = ['notices'];

export function useNotices() {
  return useQuery({
    queryKey: KEY,
    queryFn: async () => dataOf(await api.GET('/api/notices')),
    refetchInterval: () => askingPace(),
  });
}

export function useReadNotices() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.POST('/api/notices/reading'),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
