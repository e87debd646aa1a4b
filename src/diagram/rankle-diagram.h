/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

#define RANKLE_DIAGRAM_ERROR (rankle_diagram_error_quark ())

/**
 * RankleDiagramError:
 * @RANKLE_DIAGRAM_ERROR_SYNTAX: no well-formed XML
 * @RANKLE_DIAGRAM_ERROR_CONTENT: well-formed, but not the SBGN-ML that is drawn here
 * @RANKLE_DIAGRAM_ERROR_REFERENCE: an arc or a glyph names an id that is not there
 * @RANKLE_DIAGRAM_ERROR_LIMIT: larger than a map to be looked at has any reason to be
 */
typedef enum
{
  RANKLE_DIAGRAM_ERROR_SYNTAX,
  RANKLE_DIAGRAM_ERROR_CONTENT,
  RANKLE_DIAGRAM_ERROR_REFERENCE,
  RANKLE_DIAGRAM_ERROR_LIMIT,
} RankleDiagramError;

GQuark rankle_diagram_error_quark (void);

/* SBGN Process Description classes, as far as they are drawn. */
typedef enum
{
  RANKLE_GLYPH_COMPARTMENT,
  RANKLE_GLYPH_MACROMOLECULE,
  RANKLE_GLYPH_MULTIMER, /* macromolecule multimer */
  RANKLE_GLYPH_SIMPLE_CHEMICAL,
  RANKLE_GLYPH_COMPLEX,
  RANKLE_GLYPH_UNSPECIFIED, /* unspecified entity: the ellipse; here a pool of cells */
  RANKLE_GLYPH_PHENOTYPE,
  RANKLE_GLYPH_PERTURBING_AGENT,
  RANKLE_GLYPH_PROCESS,
  RANKLE_GLYPH_ASSOCIATION,
  RANKLE_GLYPH_SOURCE_AND_SINK,
  RANKLE_GLYPH_ANNOTATION,
  RANKLE_GLYPH_UNIT_OF_INFORMATION,
} RankleGlyphClass;

typedef enum
{
  RANKLE_ARC_CONSUMPTION,
  RANKLE_ARC_PRODUCTION,
  RANKLE_ARC_MODULATION,
  RANKLE_ARC_STIMULATION,
  RANKLE_ARC_CATALYSIS,
  RANKLE_ARC_INHIBITION,
  RANKLE_ARC_NECESSARY_STIMULATION,
} RankleArcClass;

typedef struct
{
  double x, y;
} RanklePoint;

typedef struct
{
  double x, y, width, height;
} RankleBox;

#define RANKLE_NO_GLYPH G_MAXUINT
#define RANKLE_NO_ARC   G_MAXUINT

/**
 * RankleGlyph:
 * @label: (nullable): as in the file, untranslated; see rankle_diagram_get_label()
 * @note: (nullable): one sentence on what it is, as in the file
 * @label_box: where the label stands; the glyph's own box where the file says nothing
 * @compartment: index of the compartment it lies in, or RANKLE_NO_GLYPH
 * @about: index of what an annotation is about, or RANKLE_NO_GLYPH
 * @level: the level from which on it is shown
 * @rank: of a compartment, how many come before it in the whole map: it keeps its color
 * @ports: (array length=2): where arcs of a process begin and end; both the centre for
 * the others
 */
typedef struct
{
  const char      *id;
  const char      *label;
  const char      *note;
  RankleGlyphClass klass;
  RankleBox        box;
  RankleBox        label_box;
  guint            compartment, about;
  guint            level, rank;
  guint            n_ports;
  RanklePoint      ports[2];
} RankleGlyph;

/**
 * RankleArc:
 * @source: @target: glyph indices
 * @points: (array length=n_points): from source to target, as drawn: the ends stand on
 * the outlines of their glyphs
 */
typedef struct
{
  const char    *id;
  RankleArcClass klass;
  guint          source, target;
  guint          n_points;
  RanklePoint   *points;
} RankleArc;

/**
 * RankleDiagram:
 *
 * A map read from SBGN-ML. Immutable, atomically reference counted. Coordinates are those
 * of the file: x to the right, y downwards.
 */
#define RANKLE_TYPE_DIAGRAM (rankle_diagram_get_type ())
typedef struct _RankleDiagram RankleDiagram;

GType          rankle_diagram_get_type (void);
RankleDiagram *rankle_diagram_new_from_sbgn (const char *text,
                                             gssize      length,
                                             const char *name,
                                             GError    **error);
RankleDiagram *rankle_diagram_ref (RankleDiagram *diagram);
void           rankle_diagram_unref (RankleDiagram *diagram);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleDiagram, rankle_diagram_unref)

RankleBox          rankle_diagram_get_bounds (const RankleDiagram *diagram);
guint              rankle_diagram_get_n_glyphs (const RankleDiagram *diagram);
const RankleGlyph *rankle_diagram_get_glyph (const RankleDiagram *diagram, guint glyph);
guint              rankle_diagram_get_n_arcs (const RankleDiagram *diagram);
const RankleArc   *rankle_diagram_get_arc (const RankleDiagram *diagram, guint arc);
/* RANKLE_NO_GLYPH when there is no such glyph. */
guint rankle_diagram_find (const RankleDiagram *diagram, const char *id);

/* The glyph whose amount an arc carries: of what a process takes and gives the process,
 * of the others their source. */
guint rankle_diagram_get_driver (const RankleDiagram *diagram, guint arc);

/* A map may be told level by level: of its ligands first, say, then of more and more. 0:
 * it is told all at once. */
guint rankle_diagram_get_n_levels (const RankleDiagram *diagram);
/* What a level adds, in the language of the user: "Signalling" */
const char *rankle_diagram_get_level_name (const RankleDiagram *diagram, guint level);
/* (transfer full): the map with its first @levels, and with nothing else: in its place,
 * and of the size of the whole; 0, or more than there are: the whole. */
RankleDiagram *rankle_diagram_show_levels (RankleDiagram *diagram, guint levels);

/* What a reader is told, in the language of the user; "" where the file has none. */
const char *rankle_diagram_get_label (const RankleDiagram *diagram, guint glyph);
const char *rankle_diagram_get_note (const RankleDiagram *diagram, guint glyph);
/* The glyph stands for something that can have a value (no process, no region). */
gboolean rankle_glyph_is_entity (const RankleGlyph *glyph);

G_END_DECLS
