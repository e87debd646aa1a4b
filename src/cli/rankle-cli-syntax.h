/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The small languages of the command line. All is C locale; each error says what was
 * wrong and where in the argument. */

#define RANKLE_CLI_ERROR (rankle_cli_error_quark ())

/**
 * RankleCliError:
 * @RANKLE_CLI_ERROR_USAGE: bad input: exit status 2
 */
typedef enum
{
  RANKLE_CLI_ERROR_USAGE,
} RankleCliError;

GQuark rankle_cli_error_quark (void);

/* Sets @error; FALSE. */
gboolean rankle_cli_refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* A finite decimal number and nothing else. @option stands in front of errors. */
gboolean rankle_cli_parse_number (const char *text,
                                  const char *option,
                                  double     *value,
                                  GError    **error);

/* ID=VALUE */
typedef struct
{
  char  *id;
  double value;
} RankleAssignment;

gboolean rankle_cli_parse_assignment (const char       *text,
                                      const char       *option,
                                      RankleAssignment *assignment,
                                      GError          **error);

/* NAME=VALUE@TIME */
typedef struct
{
  char  *id;
  double value;
  double time;
} RankleChangeSpec;

gboolean
rankle_cli_parse_change (const char *text, RankleChangeSpec *change, GError **error);

/* STATE:AMOUNT@TIME[xCOUNT/INTERVAL], and behind it for doses that are not as the others,
 * counted from 1, ",K:missed", ",K:late=TIME" (below 0: early) and ",K:amount=AMOUNT" */
typedef struct
{
  char  *state;
  double amount;
  double time;
  guint  count;    /* ≥ 1 */
  double interval; /* > 0 if count > 1, else 0 */

  GArray *exceptions; /* (owned): as a series has them */
} RankleDoseSpec;

gboolean rankle_cli_parse_dose (const char *text, RankleDoseSpec *dose, GError **error);

/* STATE:RATE@FROM..TO */
typedef struct
{
  char  *state;
  double rate;
  double from;
  double to; /* > from */
} RankleInfusionSpec;

gboolean rankle_cli_parse_infusion (const char         *text,
                                    RankleInfusionSpec *infusion,
                                    GError            **error);

/* One time a line, ascending; blank lines and what follows a # do not count. @name stands
 * in front of errors. (transfer full): double. */
GArray *rankle_cli_parse_times (const char *text, const char *name, GError **error);

/* What --threads may say, and what it is where it says nothing. */
int      rankle_cli_get_default_threads (void);
gboolean rankle_cli_check_threads (int threads, GError **error);

G_END_DECLS
