/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What rankle-cli says to bad input: one exact line on stderr, nothing on stdout,
 * status 2. */

#include <string.h>

#include "cli-runner.h"

static const struct
{
  const char *arguments[ARGUMENTS_MAX];
  const char *error; /* whole line; a * at its end stands for anything */
} bad[] = {
  { { NULL }, "rankle-cli: no command; rankle-cli --help lists them" },
  { { "dance" }, "rankle-cli: unknown command “dance”; rankle-cli --help lists them" },
  { { "show" }, "rankle-cli show: MODEL is missing" },
  { { "show", "toy.ant", "b" }, "rankle-cli show: unexpected argument “b”" },
  { { "show", "--loud", "toy.ant" }, "rankle-cli show: Unknown option --loud" },
  { { "show", "no-such-model" }, "rankle-cli show: *no-such-model*" },
  { { "show", "broken.ant" }, "rankle-cli show: broken.ant:2:*" },
  { { "models", "x" }, "rankle-cli models: unexpected argument “x”" },
  { { "export", "toy.ant" }, "rankle-cli export: --sbml, --sedml or --omex is missing" },
  { { "import" }, "rankle-cli import: FILE is missing" },
  { { "import", "rankle" }, "rankle-cli import: rankle: no such file" },
  { { "import", "broken.ant" }, "rankle-cli import: broken.ant:2:*" },
  { { "import", "fast.xml" },
    "rankle-cli import: fast.xml:3:*: a fast reaction (‘R’) is not supported" },
  { { "simulate", "fast.xml", "--end", "1" },
    "rankle-cli simulate: fast.xml:3:*: a fast reaction (‘R’) is not supported" },
  { { "simulate" }, "rankle-cli simulate: MODEL is missing" },
  { { "simulate", "toy.ant", "--end" },
    "rankle-cli simulate: Missing argument for --end" },
  { { "simulate", "toy.ant", "--end", "ten" },
    "rankle-cli simulate: --end: “ten” is not a finite number" },
  { { "simulate", "toy.ant", "--end", "1,5" },
    "rankle-cli simulate: --end: “1,5” is not a finite number" },
  { { "simulate", "toy.ant", "--end", "0" },
    "rankle-cli simulate: --end: 0 is not above 0" },
  { { "simulate", "toy.ant", "--end", "-5" },
    "rankle-cli simulate: --end: -5 is not above 0" },
  { { "simulate", "toy.ant", "--end", "9", "--every", "0" },
    "rankle-cli simulate: --every: 0 is not above 0" },
  { { "simulate", "toy.ant", "--end", "9", "--every", "1e-9" },
    "rankle-cli simulate: --every: 1e-9 makes more than 1000000 rows" },
  { { "simulate", "toy.ant", "--times", "missing.txt" },
    "rankle-cli simulate: --times: missing.txt: No such file or directory" },
  { { "simulate", "toy.ant", "--times", "bad-times.txt" },
    "rankle-cli simulate: bad-times.txt:2: “soon” is not a finite number" },
  { { "simulate", "toy.ant", "--times", "times.txt", "--end", "2" },
    "rankle-cli simulate: --times: times.txt: 4 lies beyond --end 2" },
  { { "simulate", "toy.ant", "--times", "times.txt", "--every", "2" },
    "rankle-cli simulate: --times and --every exclude each other" },
  { { "simulate", "toy.ant", "--end", "9", "--scenario", "no-such" },
    "rankle-cli simulate: --scenario: no-such: no bundled scenario of this name, and no "
    "such "
    "file" },
  { { "simulate", "toy.ant", "--end", "9", "--scenario", "bad.json" },
    "rankle-cli simulate: --scenario: bad.json:1: unknown member “contols”" },
  { { "simulate", "toy.ant", "--scenario", "denosumab-3-years" },
    "rankle-cli simulate: --scenario: model “toy” has no control “denosumab_count”*" },
  { { "simulate", "toy.ant", "--end", "9", "--control", "opg=2" },
    "rankle-cli simulate: --control: model “toy” has no control “opg”" },
  { { "simulate", "toy.ant", "--end", "9", "--control", "opg" },
    "rankle-cli simulate: --control “opg”: must read ID=VALUE" },
  { { "simulate", "toy.ant", "--end", "9", "--set", "k" },
    "rankle-cli simulate: --set “k”: must read ID=VALUE" },
  { { "simulate", "toy.ant", "--end", "9", "--set", "kk=1" },
    "rankle-cli simulate: --set “kk=1”: model “toy” has no “kk”" },
  { { "simulate", "toy.ant", "--end", "9", "--set", "a=1" },
    "rankle-cli simulate: --set “a=1”: “a” is a state of model “toy”, not a parameter" },
  { { "simulate", "toy.ant", "--end", "9", "--scale", "b=1" },
    "rankle-cli simulate: --scale “b=1”: “b” is an observable of model “toy”, not a "
    "parameter" },
  { { "simulate", "toy.ant", "--end", "9", "--init", "k=1" },
    "rankle-cli simulate: --init “k=1”: “k” is a parameter of model “toy”, not a state" },
  { { "simulate", "toy.ant", "--end", "9", "--dose", "a:1" },
    "rankle-cli simulate: --dose “a:1”: must read STATE:AMOUNT@TIME[xCOUNT/INTERVAL]" },
  { { "simulate", "toy.ant", "--end", "9", "--dose", "c:1@0" },
    "rankle-cli simulate: --dose “c:1@0”: model “toy” has no “c”" },
  { { "simulate", "toy.ant", "--end", "9", "--dose", "a:1@10" },
    "rankle-cli simulate: --dose “a:1@10”: 10 lies beyond the end, 9" },
  { { "simulate", "toy.ant", "--end", "9", "--dose", "a:1@-1" },
    "rankle-cli simulate: --dose “a:1@-1”: -1 lies before the start, 0" },
  { { "simulate", "toy.ant", "--end", "9", "--infuse", "a:1@0" },
    "rankle-cli simulate: --infuse “a:1@0”: must read STATE:RATE@FROM..TO" },
  { { "simulate", "toy.ant", "--end", "9", "--infuse", "b:1@0..1" },
    "rankle-cli simulate: --infuse “b:1@0..1”: “b” is an observable of model “toy”, not "
    "a "
    "state" },
  { { "simulate", "toy.ant", "--end", "9", "--rtol", "2" },
    "rankle-cli simulate: --rtol: 2 is not within 1e-13 and 1" },
  { { "simulate", "toy.ant", "--end", "9", "--atol", "-1" },
    "rankle-cli simulate: --atol: -1 is negative" },
};

static void
test_bad_input (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_auto (Result) result = { 0 };
      g_autofree char *expected = g_strconcat (bad[i].error, "\n", NULL);

      cli_run (&result, bad[i].arguments);
      if (strchr (bad[i].error, '*') != NULL)
        {
          if (!g_pattern_match_simple (expected, result.err))
            g_error ("%s does not match %s", result.err, expected);
        }
      else
        g_assert_cmpstr (result.err, ==, expected);
      g_assert_cmpstr (result.out, ==, "");
      g_assert_cmpint (result.status, ==, 2);
    }
}

int
main (int argc, char **argv)
{
  cli_begin (&argc, &argv);
  g_test_add_func ("/cli/bad-input", test_bad_input);
  return cli_run_tests ();
}
