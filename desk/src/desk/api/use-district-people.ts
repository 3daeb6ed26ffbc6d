import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { DirectoryPage, type DirectoryPerson, DirectoryPersonView } from '#contract/district-api.ts';
import type { Api } from './client.ts';
import { useApi } from './use-api.ts';

const DIRECTORY_KEY = ['directory'];

/** Whom to look for; an empty string is no filter. */
export interface PeopleFilter {
  readonly words: string;
  readonly school: string;
  readonly role: string;
}

/** The search looks at roles too, and at more beside them: pages may hold others, whom the list leaves out. */
const pathOf = ({ words, school, role }: PeopleFilter, cursor: string): string => {
  const q = `${words} ${role}`.trim();
  const given = Object.entries({ q, school, cursor }).filter(([, value]) => value !== '');
  return `/directory?${new URLSearchParams(given)}`;
};

/** People whom families can reach, page by page. */
export const useDirectory = (filter: PeopleFilter) => {
  const api = useApi();
  const query = useInfiniteQuery({
    queryKey: [...DIRECTORY_KEY, filter],
    queryFn: ({ pageParam, signal }) => api.get(pathOf(filter, pageParam), DirectoryPage, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.cursor,
    placeholderData: keepPreviousData,
  });
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = query;
  const found = data?.pages.flatMap((page) => page.people);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  return {
    people: found?.filter(({ role }) => filter.role === '' || role === filter.role),
    /** How many fit; undefined while it can only be told by reading on. */
    total: filter.role === '' ? data?.pages[0]?.total : undefined,
    hasMore: hasNextPage,
    loadMore,
    error: query.error,
    retry: () => void query.refetch(),
  };
};

/** Forgets what is known of people, so that it is read anew where it is shown. */
export const useDirectoryRefresh = () => {
  const cache = useQueryClient();
  return useCallback(() => cache.invalidateQueries({ queryKey: DIRECTORY_KEY }), [cache]);
};

interface PersonChange {
  readonly id: string;
  readonly version: number;
  readonly person: DirectoryPerson;
}

/** Adds somebody (version 0), or changes them. Throws ApiError 409 where a colleague saved in between. */
export const useSaveDirectoryPerson = () => {
  const api = useApi();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...change }: PersonChange) =>
      api.put(`/directory/${encodeURIComponent(id)}`, change, DirectoryPersonView),
    onSuccess: () => cache.invalidateQueries({ queryKey: DIRECTORY_KEY }),
  });
};

/** A school of more people than this many pages is none: the search ends. */
const MOST_PAGES = 100;

/** Reads somebody as they are now: there is no address for one person, so their school is looked through. */
export const readDirectoryPerson = async (
  api: Api,
  { id, school }: { readonly id: string; readonly school: string },
): Promise<DirectoryPersonView | undefined> => {
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { people, cursor: next } = await api.get(pathOf({ words: '', school, role: '' }, cursor), DirectoryPage);
    const found = people.find((person) => person.id === id);
    if (found || next === undefined) return found;
    cursor = next;
  }
  return undefined;
};
