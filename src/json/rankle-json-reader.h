/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The one reader of JSON. A text is held against the grammar (RFC 8259) and the limits
 * first; then what a file holds is asked for by name:
 *
 *   RankleJsonReader *json = rankle_json_reader_new (text, length, name, &limits);
 *   double            horizon = rankle_json_get_number (json, "horizon", 0, INFINITY);
 *
 *   if (rankle_json_open_list (json, "changes"))
 *     {
 *       while (rankle_json_next (json))
 *         read_change (json);         (opens the object that it stands at: member NULL)
 *       rankle_json_close (json);
 *     }
 *   good = rankle_json_reader_finish (json, domain, &codes, error);
 *
 * The first fault stays: what is asked for afterwards has the default, and there is no
 * next. So a file is read without a look at each step, and whoever makes something of
 * what was read asks rankle_json_is_sound() before. What a file has and nobody asked for
 * is refused where its object is closed, or at the finish. Messages begin with
 * "file:line: place: ", as in "denosumab.json:12: changes[3].time: must be a number". */

G_BEGIN_DECLS

/**
 * RankleJsonLimits:
 * @bytes: of the text
 * @depth: of objects and lists within one another, at most RANKLE_JSON_DEPTH_MAX
 * @values: of all kinds, objects and lists included
 */
typedef struct
{
  gsize bytes;
  guint depth, values;
} RankleJsonLimits;

#define RANKLE_JSON_DEPTH_MAX 32

/* The error codes of whoever reads. */
typedef struct
{
  int syntax;  /* no JSON */
  int limit;   /* larger or deeper than the limits */
  int content; /* JSON, and not what was asked for */
} RankleJsonCodes;

/* The least number above 0, as the least of a range. */
#define RANKLE_JSON_ABOVE_0 5e-324

typedef struct _RankleJsonReader RankleJsonReader;

/* It stands in the object that is the whole of the text. @text is not kept; what is read
 * lives as long as the reader. @length -1: up to the NUL. */
RankleJsonReader *rankle_json_reader_new (const char             *text,
                                          gssize                  length,
                                          const char             *name,
                                          const RankleJsonLimits *limits);
void              rankle_json_reader_free (RankleJsonReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleJsonReader, rankle_json_reader_free)

/* FALSE with the first fault. All that was opened must be closed. */
gboolean rankle_json_reader_finish (RankleJsonReader      *reader,
                                    GQuark                 domain,
                                    const RankleJsonCodes *codes,
                                    GError               **error);

gboolean rankle_json_is_sound (const RankleJsonReader *reader);

/* A fault of what @member holds, be it there or not; NULL: of where the reader stands. */
void
rankle_json_fail (RankleJsonReader *reader, const char *member, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* ---- into objects and lists ---- */

/* In all that follows @member NULL is the one that rankle_json_next() came to. Not there
 * is FALSE and no fault. */
gboolean rankle_json_open_object (RankleJsonReader *reader, const char *member);
gboolean rankle_json_open_list (RankleJsonReader *reader, const char *member);
void     rankle_json_close (RankleJsonReader *reader);
/* To the first, or the next, of the object or list that is open. */
gboolean rankle_json_next (RankleJsonReader *reader);
/* The name of that one, which must be an object's. */
const char *rankle_json_get_name (const RankleJsonReader *reader);
/* Of what is open. */
guint rankle_json_count (const RankleJsonReader *reader);

/* ---- what is there ---- */

gboolean rankle_json_has (const RankleJsonReader *reader, const char *member);
gboolean rankle_json_is_object (const RankleJsonReader *reader, const char *member);
gboolean rankle_json_is_list (const RankleJsonReader *reader, const char *member);
/* Not there is a fault. */
void rankle_json_require (RankleJsonReader *reader, const char *member);

/* (transfer full): where @member stands, as faults say it: "denosumab.json:12: diagram".
 * It must be there, if the reader is sound. */
char *rankle_json_dup_place (const RankleJsonReader *reader, const char *member);

/* ---- values: those without “or” must be there ---- */

/* Not empty. */
const char *rankle_json_get_text (RankleJsonReader *reader, const char *member);
const char *rankle_json_get_text_or (RankleJsonReader *reader,
                                     const char       *member,
                                     const char       *otherwise);
/* Finite, and of the range. */
double rankle_json_get_number (RankleJsonReader *reader,
                               const char       *member,
                               double            least,
                               double            most);
double rankle_json_get_number_or (RankleJsonReader *reader,
                                  const char       *member,
                                  double            otherwise,
                                  double            least,
                                  double            most);
/* Whole, and exact: no further from 0 than 2^53. */
gint64   rankle_json_get_integer (RankleJsonReader *reader,
                                  const char       *member,
                                  gint64            least,
                                  gint64            most);
gint64   rankle_json_get_integer_or (RankleJsonReader *reader,
                                     const char       *member,
                                     gint64            otherwise,
                                     gint64            least,
                                     gint64            most);
gboolean rankle_json_get_boolean_or (RankleJsonReader *reader,
                                     const char       *member,
                                     gboolean          otherwise);
/* Which of @words, NULL-terminated, it is. */
guint rankle_json_get_choice (RankleJsonReader  *reader,
                              const char        *member,
                              const char *const *words);
guint rankle_json_get_choice_or (RankleJsonReader  *reader,
                                 const char        *member,
                                 const char *const *words,
                                 guint              otherwise);
/* "schema": which form of the file it is, from 1 to @newest. */
guint rankle_json_get_schema (RankleJsonReader *reader, guint newest);

G_END_DECLS
