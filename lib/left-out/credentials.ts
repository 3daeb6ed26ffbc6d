/**
 * Stands in for `@aws-sdk/credential-provider-node`. Lambda puts a function's credentials into its environment
 * (AWS, "Defined runtime environment variables", 2026-11) and so does the local run; the chain's other sources
 * (profiles, SSO, web identity, the metadata service, with a client for each) are some 95 kB that never run here.
 */
interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export const defaultProvider = () => async (): Promise<Credentials> => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env;
  if (!accessKeyId || !secretAccessKey) {
    throw new Error('The environment holds no AWS credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.');
  }
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
};
