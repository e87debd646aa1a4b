/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-evidence.h"
#include "rankle-exchange-error.h"

G_BEGIN_DECLS

/* Evidence as files: STUDY.csv, a row a published number, and arms/ARM.json, how an arm
 * was treated, as a scenario (rankle-scenario-file.h). The table is comma-separated with
 * the quotes of RFC 4180; lines that begin with # stand ahead of it; its head is
 *
 *   study,arm,observable,measure,since,time,value,low,high,unit,citation,grade,use,note
 *
 * measure: see RankleMeasure. since, time: days. low or high may be empty. grade: seen |
 * recalled. use: fit | predict. Among these, anywhere, a table may have
 *
 *   against   id of an arm, or empty
 *   spread    CONTROL:SD, or empty
 *   people, assay   words, or empty */

/* Adds the rows of one table; on error it may have added some. @name stands in front of
 * error messages: "name:line: what". @length may be -1. */
gboolean rankle_evidence_file_parse (RankleEvidence *evidence,
                                     const char     *text,
                                     gssize          length,
                                     const char     *name,
                                     GError        **error);

/* All of @folder, or of what is bundled: NULL. */
RankleEvidence *rankle_evidence_file_load (const char *folder, GError **error);

G_END_DECLS
