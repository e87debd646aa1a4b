/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* SBGN-ML, as far as Process Description maps are drawn here. What is well-formed but not
 * drawn (extensions, states, clone markers) is passed over; a glyph or arc class that
 * would change what the map says is an error. No bytes may crash this; sizes are limited.
 */

#include "config.h"

#include "rankle-diagram-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-diagram-geometry.h"

#define MOST_BYTES  (4 * 1024 * 1024)
#define MOST_GLYPHS 2000
#define MOST_ARCS   4000
#define MOST_POINTS 64
#define MOST_DEPTH  32
#define MOST_LEVELS 12
/* The namespace of what of SBGN-ML is ours. */
#define LEVELS "urn:rankle:levels"

typedef enum
{
  ELEMENT_NONE, /* no element: the outside of the file, or an error */
  ELEMENT_SBGN,
  ELEMENT_MAP,
  ELEMENT_GLYPH,
  ELEMENT_ARC,
  ELEMENT_LABEL,
  ELEMENT_LEAF,
  ELEMENT_NOTES,
  ELEMENT_EXTENSION,
  ELEMENT_LEVELS,
  ELEMENT_TEXT,    /* whatever lies in notes */
  ELEMENT_SKIPPED, /* and all beneath it */
} Element;

typedef struct
{
  RankleReading        reading;
  GMarkupParseContext *context; /* (owned) */
  Element              stack[MOST_DEPTH + 1];
  guint                glyphs[MOST_DEPTH + 1]; /* the glyph that an element belongs to */
  guint                depth;
  GString             *note;   /* (owned) */
  GArray              *points; /* (owned): RanklePoint, of the arc being read */
  guint                n_regions;
  gboolean             has_map, arc_began, arc_ended;
} Reader;

static const char *const glyph_classes[] = {
  [RANKLE_GLYPH_COMPARTMENT] = "compartment",
  [RANKLE_GLYPH_MACROMOLECULE] = "macromolecule",
  [RANKLE_GLYPH_MULTIMER] = "macromolecule multimer",
  [RANKLE_GLYPH_SIMPLE_CHEMICAL] = "simple chemical",
  [RANKLE_GLYPH_COMPLEX] = "complex",
  [RANKLE_GLYPH_UNSPECIFIED] = "unspecified entity",
  [RANKLE_GLYPH_PHENOTYPE] = "phenotype",
  [RANKLE_GLYPH_PERTURBING_AGENT] = "perturbing agent",
  [RANKLE_GLYPH_PROCESS] = "process",
  [RANKLE_GLYPH_ASSOCIATION] = "association",
  [RANKLE_GLYPH_SOURCE_AND_SINK] = "source and sink",
  [RANKLE_GLYPH_ANNOTATION] = "annotation",
  [RANKLE_GLYPH_UNIT_OF_INFORMATION] = "unit of information",
};

static const char *const arc_classes[] = {
  [RANKLE_ARC_CONSUMPTION] = "consumption",
  [RANKLE_ARC_PRODUCTION] = "production",
  [RANKLE_ARC_MODULATION] = "modulation",
  [RANKLE_ARC_STIMULATION] = "stimulation",
  [RANKLE_ARC_CATALYSIS] = "catalysis",
  [RANKLE_ARC_INHIBITION] = "inhibition",
  [RANKLE_ARC_NECESSARY_STIMULATION] = "necessary stimulation",
};

/* GMarkup stands behind the tag it tells of; on a line feed there it has counted the next
 * line already. */
static int
get_line (Reader *reader)
{
  int line, character;

  g_markup_parse_context_get_position (reader->context, &line, &character);
  return character <= 1 ? MAX (line - 1, 1) : line;
}

static RankleGlyph *
get_glyph (Reader *reader)
{
  g_assert (reader->glyphs[reader->depth] < reader->reading.diagram->glyphs->len);
  return &g_array_index (reader->reading.diagram->glyphs, RankleGlyph,
                         reader->glyphs[reader->depth]);
}

static const char *
keep (Reader *reader, const char *text)
{
  return g_string_chunk_insert_const (reader->reading.diagram->strings, text);
}

/* ---- elements ---- */

/* -1: it is none of them. */
static int
find_class (const char *const *classes, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (classes[i], name) == 0)
      return (int)i;
  return -1;
}

static Element
begin_sbgn (Reader *reader, const RankleAttributes *attributes, GError **error)
{
  return ELEMENT_SBGN;
}

static Element
begin_map (Reader *reader, const RankleAttributes *attributes, GError **error)
{
  const char *language = _rankle_attributes_need (attributes, "language", error);

  if (language == NULL)
    return ELEMENT_NONE;
  if (strcmp (language, "process description") != 0)
    g_set_error (error, RANKLE_READING_CONTENT,
                 _ ("the map's language is “%s”, not “process description”"),
                 _rankle_reading_clip (&reader->reading, language));
  else if (reader->has_map)
    g_set_error (error, RANKLE_READING_CONTENT, _ ("there is a second map"));
  else
    {
      reader->has_map = TRUE;
      return ELEMENT_MAP;
    }
  return ELEMENT_NONE;
}

static gboolean
claim_id (Reader *reader, GHashTable *table, const char *id, guint index, GError **error)
{
  if (g_hash_table_contains (reader->reading.diagram->by_id, id) ||
      g_hash_table_contains (reader->reading.ports, id))
    {
      g_set_error (error, RANKLE_READING_CONTENT, _ ("the id “%s” is taken"),
                   _rankle_reading_clip (&reader->reading, id));
      return FALSE;
    }
  g_hash_table_insert (table, (gpointer)id, GUINT_TO_POINTER (index + 1));
  return TRUE;
}

static void
remember_region (Reader *reader, const RankleAttributes *attributes, guint index)
{
  RankleReference reference = { .index = index, .line = get_line (reader) };
  const char     *region = _rankle_attributes_find (attributes, "compartmentRef");

  if (region == NULL)
    return;
  reference.target = keep (reader, region);
  g_array_append_val (reader->reading.regions, reference);
}

static gboolean
read_glyph_class (const RankleAttributes *attributes,
                  RankleGlyphClass       *klass,
                  GError                **error)
{
  const char *name = _rankle_attributes_need (attributes, "class", error);
  int         found;

  if (name == NULL)
    return FALSE;
  if (strcmp (name, "empty set") == 0) /* SBGN-ML 0.3 */
    name = glyph_classes[RANKLE_GLYPH_SOURCE_AND_SINK];
  found = find_class (glyph_classes, G_N_ELEMENTS (glyph_classes), name);
  if (found < 0)
    {
      g_set_error (error, RANKLE_READING_CONTENT,
                   _ ("glyphs of class “%s” are not drawn here"),
                   _rankle_reading_clip (attributes->reading, name));
      return FALSE;
    }
  *klass = (RankleGlyphClass)found;
  return TRUE;
}

static Element
begin_glyph (Reader *reader, const RankleAttributes *attributes, GError **error)
{
  RankleGlyph glyph = { .compartment = RANKLE_NO_GLYPH, .about = RANKLE_NO_GLYPH };
  GArray     *glyphs = reader->reading.diagram->glyphs;
  const char *id = _rankle_attributes_need (attributes, "id", error);

  if (id == NULL || !read_glyph_class (attributes, &glyph.klass, error))
    return ELEMENT_NONE;
  if (glyphs->len == MOST_GLYPHS)
    {
      g_set_error (error, RANKLE_READING_LIMIT,
                   ngettext ("there are more than %d glyph",
                             "there are more than %d glyphs", MOST_GLYPHS),
                   MOST_GLYPHS);
      return ELEMENT_NONE;
    }
  if (glyph.klass == RANKLE_GLYPH_COMPARTMENT)
    glyph.rank = reader->n_regions++;
  glyph.id = keep (reader, id);
  if (!claim_id (reader, reader->reading.diagram->by_id, glyph.id, glyphs->len, error))
    return ELEMENT_NONE;
  remember_region (reader, attributes, glyphs->len);
  reader->glyphs[reader->depth + 1] = glyphs->len;
  g_array_append_val (glyphs, glyph);
  return ELEMENT_GLYPH;
}

static gboolean
read_arc_class (const RankleAttributes *attributes, RankleArcClass *klass, GError **error)
{
  const char *name = _rankle_attributes_need (attributes, "class", error);
  int         found;

  if (name == NULL)
    return FALSE;
  found = find_class (arc_classes, G_N_ELEMENTS (arc_classes), name);
  if (found < 0)
    {
      g_set_error (error, RANKLE_READING_CONTENT,
                   _ ("arcs of class “%s” are not drawn here"),
                   _rankle_reading_clip (attributes->reading, name));
      return FALSE;
    }
  *klass = (RankleArcClass)found;
  return TRUE;
}

static Element
begin_arc (Reader *reader, const RankleAttributes *attributes, GError **error)
{
  RankleArc       arc = { 0 };
  GArray         *arcs = reader->reading.diagram->arcs;
  RankleReference reference = { .index = arcs->len, .line = get_line (reader) };
  const char     *id = _rankle_attributes_need (attributes, "id", error);

  if (id == NULL || !read_arc_class (attributes, &arc.klass, error) ||
      (reference.source = _rankle_attributes_need (attributes, "source", error)) ==
          NULL ||
      (reference.target = _rankle_attributes_need (attributes, "target", error)) == NULL)
    return ELEMENT_NONE;
  if (arcs->len == MOST_ARCS)
    {
      g_set_error (error, RANKLE_READING_LIMIT,
                   ngettext ("there are more than %d arc", "there are more than %d arcs",
                             MOST_ARCS),
                   MOST_ARCS);
      return ELEMENT_NONE;
    }
  arc.id = keep (reader, id);
  reference.source = keep (reader, reference.source);
  reference.target = keep (reader, reference.target);
  g_array_append_val (reader->reading.ends, reference);
  g_array_append_val (arcs, arc);
  g_array_set_size (reader->points, 0);
  reader->arc_began = reader->arc_ended = FALSE;
  return ELEMENT_ARC;
}

static Element
begin_label (Reader *reader, const RankleAttributes *attributes, GError **error)
{
  const char *text = _rankle_attributes_find (attributes, "text");

  if (text != NULL && strlen (text) > RANKLE_READING_MOST_TEXT)
    {
      g_set_error (error, RANKLE_READING_LIMIT, _ ("the label of “%s” is too long"),
                   _rankle_reading_clip (&reader->reading, get_glyph (reader)->id));
      return ELEMENT_NONE;
    }
  if (text != NULL)
    get_glyph (reader)->label = keep (reader, text);
  return ELEMENT_LABEL;
}

static RankleBox *
find_box (Reader *reader)
{
  if (reader->stack[reader->depth] == ELEMENT_LABEL)
    return &get_glyph (reader)->label_box;
  if (reader->stack[reader->depth] == ELEMENT_GLYPH)
    return &get_glyph (reader)->box;
  reader->reading.has_box = TRUE;
  return &reader->reading.diagram->bounds;
}

static Element
begin_box (Reader *reader, const RankleAttributes *attributes, GError **error)
{
  RankleBox   box;
  RanklePoint corner;

  if (!_rankle_attributes_read_point (attributes, &corner, error) ||
      !_rankle_attributes_read_number (attributes, "w", &box.width, error) ||
      !_rankle_attributes_read_number (attributes, "h", &box.height, error))
    return ELEMENT_NONE;
  if (!(box.width > 0) || !(box.height > 0))
    {
      g_set_error (error, RANKLE_READING_CONTENT, _ ("a bbox has no extent"));
      return ELEMENT_NONE;
    }
  box.x = corner.x;
  box.y = corner.y;
  *find_box (reader) = box;
  return ELEMENT_LEAF;
}

static Element
begin_port (Reader *reader, const RankleAttributes *attributes, GError **error)
{
  const char  *id = _rankle_attributes_need (attributes, "id", error);
  RankleGlyph *glyph = get_glyph (reader);

  if (id == NULL)
    return ELEMENT_NONE;
  if (glyph->n_ports == G_N_ELEMENTS (glyph->ports))
    {
      g_set_error (error, RANKLE_READING_LIMIT, _ ("glyph “%s” has more than two ports"),
                   _rankle_reading_clip (&reader->reading, glyph->id));
      return ELEMENT_NONE;
    }
  if (!_rankle_attributes_read_point (attributes, &glyph->ports[glyph->n_ports], error) ||
      !claim_id (reader, reader->reading.ports, keep (reader, id),
                 reader->glyphs[reader->depth], error))
    return ELEMENT_NONE;
  glyph->n_ports++;
  return ELEMENT_LEAF;
}

/* An annotation may be about nothing in particular. */
static Element
begin_callout (Reader *reader, const RankleAttributes *attributes, GError **error)
{
  RankleReference reference = { .index = reader->glyphs[reader->depth],
                                .line = get_line (reader) };
  const char     *target = _rankle_attributes_find (attributes, "target");

  if (target == NULL)
    return ELEMENT_SKIPPED;
  reference.target = keep (reader, target);
  g_array_append_val (reader->reading.callouts, reference);
  return ELEMENT_SKIPPED;
}

static Element
begin_notes (Reader *reader, const RankleAttributes *attributes, GError **error)
{
  g_string_truncate (reader->note, 0);
  return ELEMENT_NOTES;
}

static Element
begin_extension (Reader *reader, const RankleAttributes *attributes, GError **error)
{
  return ELEMENT_EXTENSION;
}

/* Others may have levels, too, and mean something else by them. */
static Element
begin_levels (Reader *reader, const RankleAttributes *attributes, GError **error)
{
  return g_strcmp0 (_rankle_attributes_find (attributes, "xmlns"), LEVELS) == 0
             ? ELEMENT_LEVELS
             : ELEMENT_SKIPPED;
}

static Element
begin_level (Reader *reader, const RankleAttributes *attributes, GError **error)
{
  GPtrArray  *levels = reader->reading.diagram->levels;
  const char *name = _rankle_attributes_need (attributes, "name", error);
  const char *ids =
      name == NULL ? NULL : _rankle_attributes_need (attributes, "glyphs", error);
  RankleReference reference = { .index = levels->len, .line = get_line (reader) };

  if (ids == NULL)
    return ELEMENT_NONE;
  if (levels->len == MOST_LEVELS)
    {
      g_set_error (error, RANKLE_READING_LIMIT,
                   ngettext ("there are more than %d level",
                             "there are more than %d levels", MOST_LEVELS),
                   MOST_LEVELS);
      return ELEMENT_NONE;
    }
  reference.target = keep (reader, ids);
  g_array_append_val (reader->reading.levels, reference);
  g_ptr_array_add (levels, (gpointer)keep (reader, name));
  return ELEMENT_LEAF;
}

/* Control points of curves lie within and are passed over: all arcs are drawn of straight
 * pieces. */
static Element
append_point (Reader *reader, const RankleAttributes *attributes, GError **error)
{
  RanklePoint point;

  if (reader->points->len == MOST_POINTS)
    {
      g_set_error (error, RANKLE_READING_LIMIT,
                   ngettext ("an arc has more than %d point",
                             "an arc has more than %d points", MOST_POINTS),
                   MOST_POINTS);
      return ELEMENT_NONE;
    }
  if (!_rankle_attributes_read_point (attributes, &point, error))
    return ELEMENT_NONE;
  g_array_append_val (reader->points, point);
  return ELEMENT_SKIPPED;
}

static Element
begin_start (Reader *reader, const RankleAttributes *attributes, GError **error)
{
  reader->arc_began = TRUE;
  return append_point (reader, attributes, error);
}

static Element
begin_end (Reader *reader, const RankleAttributes *attributes, GError **error)
{
  reader->arc_ended = TRUE;
  return append_point (reader, attributes, error);
}

static const struct
{
  const char *name;
  Element     parent;
  Element (*begin) (Reader *reader, const RankleAttributes *attributes, GError **error);
} elements[] = {
  { "sbgn", ELEMENT_NONE, begin_sbgn },
  { "map", ELEMENT_SBGN, begin_map },
  { "bbox", ELEMENT_MAP, begin_box },
  { "glyph", ELEMENT_MAP, begin_glyph },
  { "arc", ELEMENT_MAP, begin_arc },
  { "glyph", ELEMENT_GLYPH, begin_glyph },
  { "label", ELEMENT_GLYPH, begin_label },
  { "bbox", ELEMENT_GLYPH, begin_box },
  { "port", ELEMENT_GLYPH, begin_port },
  { "notes", ELEMENT_GLYPH, begin_notes },
  { "callout", ELEMENT_GLYPH, begin_callout },
  { "bbox", ELEMENT_LABEL, begin_box },
  { "start", ELEMENT_ARC, begin_start },
  { "next", ELEMENT_ARC, append_point },
  { "end", ELEMENT_ARC, begin_end },
  { "extension", ELEMENT_MAP, begin_extension },
  { "levels", ELEMENT_EXTENSION, begin_levels },
  { "level", ELEMENT_LEVELS, begin_level },
};

static Element
dispatch (Reader *reader, const RankleAttributes *attributes, GError **error)
{
  Element     parent = reader->stack[reader->depth];
  const char *colon = strchr (attributes->element, ':');
  const char *name = colon == NULL ? attributes->element : colon + 1;

  if (parent == ELEMENT_SKIPPED)
    return ELEMENT_SKIPPED;
  if (parent == ELEMENT_NOTES || parent == ELEMENT_TEXT)
    return ELEMENT_TEXT;
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (elements[i].parent == parent && strcmp (elements[i].name, name) == 0)
      return elements[i].begin (reader, attributes, error);
  if (parent != ELEMENT_NONE)
    return ELEMENT_SKIPPED;
  g_set_error (error, RANKLE_READING_CONTENT,
               _ ("the file begins with “%s”, not with “sbgn”"),
               _rankle_reading_clip (&reader->reading, name));
  return ELEMENT_NONE;
}

static void
start_element (GMarkupParseContext *context,
               const char          *name,
               const char         **names,
               const char         **values,
               gpointer             data,
               GError             **error)
{
  Reader          *reader = data;
  RankleAttributes attributes = { &reader->reading, name, names, values };
  Element          element;

  if (reader->depth == MOST_DEPTH)
    {
      g_set_error (error, RANKLE_READING_LIMIT, _ ("elements are nested deeper than %d"),
                   MOST_DEPTH);
      return;
    }
  reader->glyphs[reader->depth + 1] = reader->glyphs[reader->depth];
  element = dispatch (reader, &attributes, error);
  if (element != ELEMENT_NONE)
    reader->stack[++reader->depth] = element;
}

static gboolean
end_arc (Reader *reader, GError **error)
{
  GArray    *arcs = reader->reading.diagram->arcs;
  RankleArc *arc = &g_array_index (arcs, RankleArc, arcs->len - 1);

  if (!reader->arc_began || !reader->arc_ended)
    {
      g_set_error (error, RANKLE_READING_CONTENT, _ ("arc “%s” has no start or no end"),
                   _rankle_reading_clip (&reader->reading, arc->id));
      return FALSE;
    }
  g_assert (reader->points->len >= 2 && reader->points->len <= MOST_POINTS);
  arc->n_points = reader->points->len;
  arc->points = g_memdup2 (reader->points->data, arc->n_points * sizeof (RanklePoint));
  return TRUE;
}

static gboolean
end_glyph (Reader *reader, GError **error)
{
  RankleGlyph *glyph = get_glyph (reader);

  if (glyph->box.width <= 0)
    {
      g_set_error (error, RANKLE_READING_CONTENT, _ ("glyph “%s” has no bbox"),
                   _rankle_reading_clip (&reader->reading, glyph->id));
      return FALSE;
    }
  if (glyph->label_box.width <= 0)
    glyph->label_box = glyph->box;
  for (guint i = glyph->n_ports; i < G_N_ELEMENTS (glyph->ports); i++)
    glyph->ports[i] = rankle_box_get_center (glyph->box);
  return TRUE;
}

static void
end_element (GMarkupParseContext *context,
             const char          *name,
             gpointer             data,
             GError             **error)
{
  Reader *reader = data;
  Element element = reader->stack[reader->depth];

  g_assert (reader->depth > 0 && reader->depth <= MOST_DEPTH);
  if (element == ELEMENT_NOTES && reader->note->len > 0)
    get_glyph (reader)->note = keep (reader, g_strstrip (reader->note->str));
  if (element == ELEMENT_GLYPH && !end_glyph (reader, error))
    return;
  if (element == ELEMENT_ARC && !end_arc (reader, error))
    return;
  reader->depth--;
}

static void
take_text (GMarkupParseContext *context,
           const char          *text,
           gsize                length,
           gpointer             data,
           GError             **error)
{
  Reader *reader = data;

  if (reader->stack[reader->depth] != ELEMENT_TEXT)
    return;
  if (reader->note->len + length > RANKLE_READING_MOST_TEXT)
    g_set_error (error, RANKLE_READING_LIMIT, _ ("a note is too long"));
  else
    g_string_append_len (reader->note, text, (gssize)length);
}

/* ---- the whole ---- */

/* GMarkup says where in words of its own: "Error on line 3 char 7: what". */
static void
put_place_before (GError **error, const char *name, int line)
{
  const char *what = (*error)->message;
  int         code = (*error)->code;
  GError     *placed;

  if ((*error)->domain == G_MARKUP_ERROR)
    {
      const char *colon = strstr (what, ": ");

      code = RANKLE_DIAGRAM_ERROR_SYNTAX;
      what = colon == NULL ? what : colon + 2;
    }
  placed = g_error_new (RANKLE_DIAGRAM_ERROR, code, "%s:%d: %s", name, line, what);
  g_error_free (*error);
  *error = placed;
}

static void
open_reader (Reader *reader)
{
  static const GMarkupParser parser = { start_element, end_element, take_text };

  reader->context = g_markup_parse_context_new (&parser, 0, reader, NULL);
  reader->note = g_string_new (NULL);
  reader->points = g_array_new (FALSE, FALSE, sizeof (RanklePoint));
  reader->reading.diagram = _rankle_diagram_alloc ();
  reader->reading.regions = g_array_new (FALSE, FALSE, sizeof (RankleReference));
  reader->reading.callouts = g_array_new (FALSE, FALSE, sizeof (RankleReference));
  reader->reading.ends = g_array_new (FALSE, FALSE, sizeof (RankleReference));
  reader->reading.levels = g_array_new (FALSE, FALSE, sizeof (RankleReference));
  reader->reading.ports = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
close_reader (Reader *reader)
{
  g_markup_parse_context_free (reader->context);
  g_string_free (reader->note, TRUE);
  g_array_unref (reader->points);
  g_array_unref (reader->reading.regions);
  g_array_unref (reader->reading.callouts);
  g_array_unref (reader->reading.ends);
  g_array_unref (reader->reading.levels);
  g_hash_table_unref (reader->reading.ports);
}

static GError *
read_text (Reader *reader, const char *text, gssize length, int *line)
{
  GError  *failure = NULL;
  gboolean parsed =
      g_markup_parse_context_parse (reader->context, text, length, &failure) &&
      g_markup_parse_context_end_parse (reader->context, &failure);

  g_assert (parsed == (failure == NULL));
  *line = get_line (reader);
  if (parsed)
    _rankle_reading_resolve (&reader->reading, line, &failure);
  return failure;
}

/* GMarkup would say so too, but in words that hold the bytes that are no text. */
static gboolean
check_utf8 (const char *text, gssize length, const char *name, GError **error)
{
  const char *end;
  int         line = 1;

  if (g_utf8_validate (text, length, &end))
    return TRUE;
  for (const char *at = text; at < end; at++)
    line += *at == '\n';
  g_set_error (error, RANKLE_DIAGRAM_ERROR, RANKLE_DIAGRAM_ERROR_SYNTAX,
               _ ("%s:%d: the file is not UTF-8 text"), name, line);
  return FALSE;
}

RankleDiagram *
rankle_diagram_new_from_sbgn (const char *text,
                              gssize      length,
                              const char *name,
                              GError    **error)
{
  Reader  reader = { 0 };
  GError *failure;
  int     line;

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  if (length < 0)
    length = (gssize)strlen (text);
  if (length > MOST_BYTES)
    {
      g_set_error (error, RANKLE_READING_LIMIT, _ ("%s:1: the file is larger than %d MB"),
                   name, MOST_BYTES / 1024 / 1024);
      return NULL;
    }
  if (!check_utf8 (text, length, name, error))
    return NULL;
  open_reader (&reader);
  failure = read_text (&reader, text, length, &line);
  close_reader (&reader);
  if (failure == NULL)
    return reader.reading.diagram;
  rankle_diagram_unref (reader.reading.diagram);
  put_place_before (&failure, name, line);
  g_propagate_error (error, failure);
  return NULL;
}
