import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type Closure, DistrictView, type SchoolEdit, SchoolView } from '#contract/district-api.ts';
import { useApi } from './use-api.ts';

const DISTRICT_KEY = ['district'];
/** A closing that a colleague switched on is seen on the page after so long; families are told at once. */
const REFRESH_MS = 15_000;

/** The district with its schools, days and closings, kept up to date. */
export const useDistrict = () => {
  const api = useApi();
  return useQuery({
    queryKey: DISTRICT_KEY,
    queryFn: ({ signal }) => api.get('/district', DistrictView, signal),
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
  });
};

/** Forgets what is known of the district, so that it is read anew where it is shown. */
export const useDistrictRefresh = () => {
  const cache = useQueryClient();
  return useCallback(() => cache.invalidateQueries({ queryKey: DISTRICT_KEY }), [cache]);
};

const withSchool = (district: DistrictView | undefined, school: SchoolView): DistrictView | undefined =>
  district && { ...district, schools: district.schools.map((one) => (one.id === school.id ? school : one)) };

/** What is shared by both changes of a school: the path, and the answer's way into what the page knows. */
const useSchoolChange = <Change extends object>(pathOf: (id: string) => string) => {
  const api = useApi();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...change }: Change & { readonly id: string }) => api.put(pathOf(id), change, SchoolView),
    onSuccess: (school) => cache.setQueryData<DistrictView>(DISTRICT_KEY, (district) => withSchool(district, school)),
    // A refusal may mean that a colleague was quicker: what they did is shown.
    onError: () => cache.invalidateQueries({ queryKey: DISTRICT_KEY }),
  });
};

const schoolPath = (id: string) => `/district/schools/${encodeURIComponent(id)}`;

/** Saves what staff may say of a school. Throws ApiError 409 where a colleague saved in between. */
export const useSaveSchool = () =>
  useSchoolChange<{ readonly version: number; readonly school: SchoolEdit }>(schoolPath);

/** Switches a closing on, or off with null. Throws ApiError 409 where a colleague saved in between. */
export const useSetClosure = () =>
  useSchoolChange<{ readonly version: number; readonly closure: Closure | null }>((id) => `${schoolPath(id)}/closure`);
