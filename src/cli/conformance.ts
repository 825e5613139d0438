import { CannotRun, printReport, runConformance } from '../conformance/index.ts';
import type { Command } from './Command.ts';
import { readConformanceOptions } from './readConformanceOptions.ts';

const help = `Usage: s3-attachments conformance URL [options]

Drives an implementation of the contract over HTTP, the refusals included, and prints what falls short.
URL is where the API is mounted, for example https://desk.example.com/api/s3-attachments.

By which headers people are known there. Each can be given many times; without those of a role its checks are skipped.
  --admin-header "cookie: session=…"    an administrator
  --agent-header "cookie: session=…"    an agent, who is no administrator
  --other-header "cookie: session=…"    a customer of another ticket
  --nobody-header "…"                   nobody; by default no headers at all
  --ticket ID                           agents and administrators may write it, and that customer may not (conformance)
  --other-ticket ID                     the customer's own (1)
  --origin ORIGIN                       the page's, where it is not the one of URL
  --config FILE                         all of this as JSON: { "url", "headers": { "administrator": { "cookie": "…" }, "agent", "other",
                                        "nobody" }, "ticket", "otherTicket", "origin" }
  --demo                                the people and tickets of the demo (npm start)

What it does there. It makes attachments in these two tickets and deletes them. More only where it is asked for:
  --writes-settings   saves settings, takes S3 out of use and into use, removes the access key, and puts back what was there. Where nothing
                      was saved before, settings without a key are left. Where a key is saved, it has to be the one of the environment.
  --s3                sends files through S3. To save its values too: S3A_BUCKET, AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY,
                      and S3A_ENDPOINT, S3A_FORCE_PATH_STYLE=1 for another storage than Amazon's

  --timeout SECONDS   that one request may take (30)
  --json              the report as JSON
  --help              this

Ends with 0 where it keeps what was looked at, 1 where it falls short, 2 where it could not be run.`;

/** Drives an implementation of the contract over HTTP, and prints what falls short. */
export const conformance: Command = async ({ args, env, print, complain, untilInterrupted }) => {
  try {
    const call = readConformanceOptions(args, env);
    if (call.status === 'help') {
      print(help);
      return 0;
    }
    const { options, json } = call;
    if (!json) print(whatWillChange(options.baseUrl, options.writesSettings === true));
    const report = await runConformance(options, untilInterrupted ? { signal: untilInterrupted() } : {});
    print(json ? JSON.stringify(report, null, 2) : printReport(report));
    return report.conforms ? 0 : 1;
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    complain(error.message);
    return 2;
  }
};

function whatWillChange(baseUrl: string, writesSettings: boolean): string {
  const settings = writesSettings
    ? 'Settings are saved meanwhile, and put back at the end.'
    : 'Settings are only read (--writes-settings would save some, and put them back).';
  return `${baseUrl}\nAttachments are made and deleted. ${settings}\n`;
}
