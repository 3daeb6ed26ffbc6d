/**
 * Stands in for the package `follow-redirects`, which brings `debug` with it. Requests are made with `maxRedirects: 0`
 * (a redirect would carry the token away), and then axios uses Node's own modules, which these are.
 */
import http from 'node:http';
import https from 'node:https';

export default { http, https };
