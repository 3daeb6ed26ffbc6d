import * as z from 'zod/mini';

/** What stands in `config.json` beside the page: written when the desk is deployed or started. */
const DeskConfig = z.object({
  /** Address of the OpenID Connect issuer. */
  authority: z.string().check(z.minLength(1)),
  clientId: z.string().check(z.minLength(1)),
  /** Address of the API with its prefix: `/v1`. */
  api: z.string().check(z.minLength(1)),
});
export type DeskConfig = z.infer<typeof DeskConfig>;

/** Reads the page's settings. @throws where they cannot be fetched or are not what the page expects */
export const loadConfig = async (): Promise<DeskConfig> => {
  const response = await fetch('./config.json', { cache: 'no-store' });
  if (!response.ok) throw new Error(`config.json could not be read: status ${response.status}.`);
  return z.parse(DeskConfig, await response.json());
};
