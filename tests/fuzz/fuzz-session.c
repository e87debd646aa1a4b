/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A session as JSON: read, written and read again, which must change nothing. */

#include "fuzz-target.h"
#include "rankle-session-file.h"

/* Models from a file are others each time that they are read: what is compared is text.
 */
static void
check_round_trip (const RankleSession *session)
{
  g_autofree char *text = rankle_session_file_format (session);
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleSession) again =
      rankle_session_file_parse (text, -1, "y", NULL, &reading, &error);
  g_autofree char *text_again = NULL;

  g_assert_no_error (error);
  g_assert_true (reading.is_whole);
  text_again = rankle_session_file_format (again);
  g_assert_cmpstr (text, ==, text_again);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (RankleSession) session = rankle_session_file_parse (
      (const char *)data, (gssize)size, "x", NULL, &reading, NULL);

  if (session != NULL)
    check_round_trip (session);
  return 0;
}
