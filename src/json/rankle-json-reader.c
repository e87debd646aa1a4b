/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rankle-json-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-json-private.h"
#include "rankle-number.h"

/* Whole numbers up to here are doubles of their own. */
#define EXACT_MAX ((gint64)1 << 53)

/* Of unknown members that a message lists. */
#define MOST_LISTED 5

/* ---- the whole ---- */

static void
push (RankleJsonReader *reader, guint node)
{
  g_assert (reader->n_frames < G_N_ELEMENTS (reader->frames));
  reader->frames[reader->n_frames++] = (RankleJsonFrame){ .node = node };
}

static void
check_size (RankleJsonReader *reader, gsize length)
{
  if (length > reader->limits.bytes)
    _rankle_json_take_fault (
        reader, RANKLE_JSON_FAULT_LIMIT, 0, 0, 0, NULL,
        g_strdup_printf (ngettext ("larger than %zu byte", "larger than %zu bytes",
                                   reader->limits.bytes),
                         reader->limits.bytes));
}

RankleJsonReader *
rankle_json_reader_new (const char             *text,
                        gssize                  length,
                        const char             *name,
                        const RankleJsonLimits *limits)
{
  RankleJsonReader *reader = g_new0 (RankleJsonReader, 1);
  gsize             n = length < 0 ? strlen (text) : (gsize)length;

  g_assert (limits->depth > 0 && limits->depth <= RANKLE_JSON_DEPTH_MAX);
  reader->name = g_strdup (name);
  reader->limits = *limits;
  reader->strings = g_string_chunk_new (1024);
  reader->nodes = g_array_new (FALSE, FALSE, sizeof (RankleJsonNode));
  check_size (reader, n);
  if (rankle_json_is_sound (reader))
    _rankle_json_parse (reader, text, n);
  if (rankle_json_is_sound (reader) &&
      _rankle_json_node (reader, 0)->kind != RANKLE_JSON_OBJECT)
    rankle_json_fail (reader, NULL, _ ("must hold one JSON object"));
  push (reader, 0);
  return reader;
}

void
rankle_json_reader_free (RankleJsonReader *reader)
{
  g_string_chunk_free (reader->strings);
  g_array_unref (reader->nodes);
  g_free (reader->name);
  g_free (reader->message);
  g_free (reader);
}

gboolean
rankle_json_is_sound (const RankleJsonReader *reader)
{
  g_assert ((reader->fault == RANKLE_JSON_FAULT_NONE) == (reader->message == NULL));
  return reader->fault == RANKLE_JSON_FAULT_NONE;
}

/* ---- where the reader stands ---- */

static RankleJsonFrame *
get_frame (const RankleJsonReader *reader)
{
  g_assert (reader->n_frames > 0);
  return (RankleJsonFrame *)&reader->frames[reader->n_frames - 1];
}

/* Of the object that is open; 0 if it is not there. */
static guint
find (const RankleJsonReader *reader, const char *member)
{
  const RankleJsonFrame *frame = get_frame (reader);
  guint                  at;

  if (!rankle_json_is_sound (reader))
    return 0;
  if (member == NULL)
    {
      g_assert (frame->at != 0);
      return frame->at;
    }
  g_assert (_rankle_json_node (reader, frame->node)->kind == RANKLE_JSON_OBJECT);
  at = _rankle_json_node (reader, frame->node)->first;
  while (at != 0 && strcmp (_rankle_json_node (reader, at)->name, member) != 0)
    at = _rankle_json_node (reader, at)->next;
  return at;
}

/* (nullable): as find(), and from now on asked for. */
static const RankleJsonNode *
ask (RankleJsonReader *reader, const char *member)
{
  guint           found = find (reader, member);
  RankleJsonNode *node = found == 0 ? NULL : _rankle_json_node (reader, found);

  if (node != NULL)
    node->asked = TRUE;
  return node;
}

/* What is missing is told of at the object that should have it. */
static void
take_content_fault (RankleJsonReader *reader, const char *member, char *what)
{
  const RankleJsonFrame *frame = reader->n_frames == 0 ? NULL : get_frame (reader);
  guint                  node = frame == NULL ? 0 : frame->node;

  if (!rankle_json_is_sound (reader))
    {
      g_free (what);
      return;
    }
  if (member != NULL && find (reader, member) != 0)
    {
      node = find (reader, member);
      member = NULL;
    }
  else if (member == NULL && frame != NULL && frame->at != 0)
    node = frame->at;
  _rankle_json_take_fault (reader, RANKLE_JSON_FAULT_CONTENT,
                           _rankle_json_node (reader, node)->line, 0, node, member, what);
}

void
rankle_json_fail (RankleJsonReader *reader, const char *member, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  take_content_fault (reader, member, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

char *
rankle_json_dup_place (const RankleJsonReader *reader, const char *member)
{
  guint found = find (reader, member);

  g_assert (found != 0 || !rankle_json_is_sound (reader));
  return found == 0 ? g_strdup (reader->name) : _rankle_json_dup_place (reader, found);
}

/* ---- what nobody asked for ---- */

static void
append_listed (GString *list, const char *name)
{
  g_autofree char *shown = _rankle_json_shorten (name);

  g_string_append_printf (list, "%s“%s”", list->len > 0 ? ", " : "", shown);
}

/* (nullable) (transfer full) */
static char *
list_unknown (const RankleJsonReader *reader, guint node, guint *first, guint *n)
{
  g_autoptr (GString) list = g_string_new (NULL);

  *n = 0;
  for (guint at = _rankle_json_node (reader, node)->first; at != 0;
       at = _rankle_json_node (reader, at)->next)
    {
      const RankleJsonNode *child = _rankle_json_node (reader, at);

      if (child->asked)
        continue;
      if (*n == 0)
        *first = at;
      if (*n == MOST_LISTED)
        g_string_append (list, ", …");
      else if (*n < MOST_LISTED)
        append_listed (list, child->name);
      ++*n;
    }
  return *n == 0 ? NULL : g_string_free (g_steal_pointer (&list), FALSE);
}

static void
check_all_asked (RankleJsonReader *reader, guint node)
{
  guint            first = 0, n;
  g_autofree char *unknown = NULL;

  if (!rankle_json_is_sound (reader) ||
      _rankle_json_node (reader, node)->kind != RANKLE_JSON_OBJECT)
    return;
  unknown = list_unknown (reader, node, &first, &n);
  if (unknown != NULL)
    _rankle_json_take_fault (
        reader, RANKLE_JSON_FAULT_CONTENT, _rankle_json_node (reader, first)->line, 0,
        node, NULL,
        /* Translators: %s are names in quotes */
        g_strdup_printf (ngettext ("unknown member %s", "unknown members %s", n),
                         unknown));
}

static int
get_code (const RankleJsonReader *reader, const RankleJsonCodes *codes)
{
  if (reader->fault == RANKLE_JSON_FAULT_SYNTAX)
    return codes->syntax;
  return reader->fault == RANKLE_JSON_FAULT_LIMIT ? codes->limit : codes->content;
}

gboolean
rankle_json_reader_finish (RankleJsonReader      *reader,
                           GQuark                 domain,
                           const RankleJsonCodes *codes,
                           GError               **error)
{
  g_assert (reader->n_frames == 1);
  if (rankle_json_is_sound (reader))
    check_all_asked (reader, 0);
  if (rankle_json_is_sound (reader))
    return TRUE;
  g_set_error_literal (error, domain, get_code (reader, codes), reader->message);
  return FALSE;
}

/* ---- into objects and lists ---- */

static gboolean
open_kind (RankleJsonReader *reader,
           const char       *member,
           RankleJsonKind    kind,
           const char       *complaint)
{
  const RankleJsonNode *node = ask (reader, member);

  if (node == NULL)
    return FALSE;
  if (node->kind != kind)
    {
      rankle_json_fail (reader, member, "%s", complaint);
      return FALSE;
    }
  push (reader, find (reader, member));
  return TRUE;
}

gboolean
rankle_json_open_object (RankleJsonReader *reader, const char *member)
{
  return open_kind (reader, member, RANKLE_JSON_OBJECT, _ ("must be an object"));
}

gboolean
rankle_json_open_list (RankleJsonReader *reader, const char *member)
{
  return open_kind (reader, member, RANKLE_JSON_LIST, _ ("must be a list"));
}

void
rankle_json_close (RankleJsonReader *reader)
{
  g_assert (reader->n_frames > 1);
  check_all_asked (reader, get_frame (reader)->node);
  reader->n_frames--;
}

gboolean
rankle_json_next (RankleJsonReader *reader)
{
  RankleJsonFrame *frame = get_frame (reader);

  if (!rankle_json_is_sound (reader))
    return FALSE;
  frame->at = frame->at == 0 ? _rankle_json_node (reader, frame->node)->first
                             : _rankle_json_node (reader, frame->at)->next;
  return frame->at != 0;
}

const char *
rankle_json_get_name (const RankleJsonReader *reader)
{
  const RankleJsonFrame *frame = get_frame (reader);

  g_assert (frame->at != 0 && _rankle_json_node (reader, frame->at)->name != NULL);
  return _rankle_json_node (reader, frame->at)->name;
}

guint
rankle_json_count (const RankleJsonReader *reader)
{
  return rankle_json_is_sound (reader)
             ? _rankle_json_node (reader, get_frame (reader)->node)->count
             : 0;
}

/* ---- what is there ---- */

gboolean
rankle_json_has (const RankleJsonReader *reader, const char *member)
{
  return find (reader, member) != 0;
}

static gboolean
is_of_kind (const RankleJsonReader *reader, const char *member, RankleJsonKind kind)
{
  guint node = find (reader, member);

  return node != 0 && _rankle_json_node (reader, node)->kind == kind;
}

gboolean
rankle_json_is_object (const RankleJsonReader *reader, const char *member)
{
  return is_of_kind (reader, member, RANKLE_JSON_OBJECT);
}

gboolean
rankle_json_is_list (const RankleJsonReader *reader, const char *member)
{
  return is_of_kind (reader, member, RANKLE_JSON_LIST);
}

void
rankle_json_require (RankleJsonReader *reader, const char *member)
{
  if (find (reader, member) == 0)
    rankle_json_fail (reader, member, _ ("is missing"));
}

/* ---- values ---- */

/* (nullable): of @kind, or there is a fault, or it is not there. */
static const RankleJsonNode *
ask_kind (RankleJsonReader *reader,
          const char       *member,
          RankleJsonKind    kind,
          const char       *complaint)
{
  const RankleJsonNode *node = ask (reader, member);

  if (node == NULL || node->kind == kind)
    return node;
  rankle_json_fail (reader, member, "%s", complaint);
  return NULL;
}

const char *
rankle_json_get_text_or (RankleJsonReader *reader,
                         const char       *member,
                         const char       *otherwise)
{
  const RankleJsonNode *node =
      ask_kind (reader, member, RANKLE_JSON_TEXT, _ ("must be a text"));

  return node == NULL ? otherwise : node->text;
}

const char *
rankle_json_get_text (RankleJsonReader *reader, const char *member)
{
  const char *text;

  rankle_json_require (reader, member);
  text = rankle_json_get_text_or (reader, member, "");
  if (*text == '\0')
    rankle_json_fail (reader, member, _ ("is empty"));
  return text;
}

static char *
describe_range (double least, double most)
{
  g_autoptr (GString) from = g_string_new (NULL);
  g_autoptr (GString) to = g_string_new (NULL);

  rankle_number_append (from, least);
  rankle_number_append (to, most);
  if (isfinite (least) && isfinite (most))
    return g_strdup_printf (_ ("must be from %s to %s"), from->str, to->str);
  if (isfinite (most))
    return g_strdup_printf (_ ("must be at most %s"), to->str);
  if (least > 0 && least <= RANKLE_JSON_ABOVE_0)
    return g_strdup (_ ("must be above 0"));
  return fabs (least) > 0 ? g_strdup_printf (_ ("must be at least %s"), from->str)
                          : g_strdup (_ ("cannot be negative"));
}

double
rankle_json_get_number_or (RankleJsonReader *reader,
                           const char       *member,
                           double            otherwise,
                           double            least,
                           double            most)
{
  const RankleJsonNode *node =
      ask_kind (reader, member, RANKLE_JSON_NUMBER, _ ("must be a number"));

  g_assert (least <= most);
  if (node == NULL)
    return otherwise;
  g_assert (isfinite (node->number));
  if (node->number >= least && node->number <= most)
    return node->number;
  take_content_fault (reader, member, describe_range (least, most));
  return otherwise;
}

/* What a range makes of a number that is not there. */
static double
get_default (double least, double most)
{
  return CLAMP (0, least, most);
}

double
rankle_json_get_number (RankleJsonReader *reader,
                        const char       *member,
                        double            least,
                        double            most)
{
  rankle_json_require (reader, member);
  return rankle_json_get_number_or (reader, member, get_default (least, most), least,
                                    most);
}

gint64
rankle_json_get_integer_or (RankleJsonReader *reader,
                            const char       *member,
                            gint64            otherwise,
                            gint64            least,
                            gint64            most)
{
  double number;

  g_assert (least >= -EXACT_MAX && most <= EXACT_MAX && least <= most);
  if (!rankle_json_has (reader, member))
    return otherwise;
  number = rankle_json_get_number (reader, member, (double)-EXACT_MAX, (double)EXACT_MAX);
  if (fabs (number - floor (number)) > 0)
    rankle_json_fail (reader, member, _ ("must be a whole number"));
  number = rankle_json_get_number (reader, member, (double)least, (double)most);
  return rankle_json_is_sound (reader) ? (gint64)number : otherwise;
}

gint64
rankle_json_get_integer (RankleJsonReader *reader,
                         const char       *member,
                         gint64            least,
                         gint64            most)
{
  rankle_json_require (reader, member);
  return rankle_json_get_integer_or (reader, member, CLAMP (0, least, most), least, most);
}

gboolean
rankle_json_get_boolean_or (RankleJsonReader *reader,
                            const char       *member,
                            gboolean          otherwise)
{
  const RankleJsonNode *node =
      ask_kind (reader, member, RANKLE_JSON_BOOLEAN, _ ("must be true or false"));

  return node == NULL ? otherwise : node->number > 0;
}

/* (transfer full): "second, minute, hour or day" */
static char *
list_words (const char *const *words)
{
  GString *list = g_string_new (words[0]);

  for (guint i = 1; words[i] != NULL; i++)
    /* Translators: between the last two of a list of words */
    g_string_append_printf (list, "%s%s", words[i + 1] == NULL ? _ (" or ") : ", ",
                            words[i]);
  return g_string_free (list, FALSE);
}

guint
rankle_json_get_choice_or (RankleJsonReader  *reader,
                           const char        *member,
                           const char *const *words,
                           guint              otherwise)
{
  const char      *text = rankle_json_get_text_or (reader, member, NULL);
  g_autofree char *list = NULL, *shown = NULL;

  g_assert (words[0] != NULL);
  if (text == NULL)
    return otherwise;
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (text, words[i]) == 0)
      return i;
  list = list_words (words);
  shown = _rankle_json_shorten (text);
  rankle_json_fail (reader, member, _ ("must be %s, not “%s”"), list, shown);
  return otherwise;
}

guint
rankle_json_get_choice (RankleJsonReader  *reader,
                        const char        *member,
                        const char *const *words)
{
  rankle_json_require (reader, member);
  return rankle_json_get_choice_or (reader, member, words, 0);
}

guint
rankle_json_get_schema (RankleJsonReader *reader, guint newest)
{
  double schema = rankle_json_get_number (reader, "schema", -INFINITY, INFINITY);

  g_assert (newest >= 1);
  if (schema >= 1 && schema <= newest && !(fabs (schema - floor (schema)) > 0))
    return (guint)schema;
  if (newest == 1)
    rankle_json_fail (reader, "schema", _ ("schema %g is not known here; only 1 is"),
                      schema);
  else
    rankle_json_fail (reader, "schema", _ ("schema %g is not known here; 1 to %u are"),
                      schema, newest);
  return 1;
}
