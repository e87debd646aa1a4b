/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-study-report.h"

#include <glib/gi18n-lib.h>

void
rankle_study_write_report (RankleStudy      *self,
                           const char *const texts[RANKLE_N_REPORT_TEXTS])
{
  g_autoptr (RankleSession) written = NULL;

  g_return_if_fail (RANKLE_IS_STUDY (self) && texts != NULL);
  g_return_if_fail (rankle_study_get_model (self) != NULL);

  written = rankle_session_ref (rankle_study_get_session (self));
  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    {
      g_autoptr (RankleSession) before = written;

      written = rankle_session_with_report_text (before, (RankleReportText)i, texts[i]);
    }
  if (!rankle_session_equal (written, rankle_study_get_session (self)))
    rankle_study_replace_session (self, written, _ ("Report Texts"));
}
